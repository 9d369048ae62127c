import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn } from "lib/models/mod.ts";
import { beatInputs } from "../../../lib/tasks/helpers/beat_inputs.ts";

const inputs = { beat: { shape: [187, 1], values: new Float32Array(2 * 187) } };

function model(name: string, shape: (number | null)[], units = 5): tf.LayersModel {
  const input = tf.input({ name, shape });
  const flat = shape.length > 1 ? tf.layers.globalAveragePooling1d({}).apply(input) : input;
  const outputs = tf.layers.dense({ units }).apply(flat) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs });
}

Deno.test("beatInputs() gives a model of this project its inputs by their names", () => {
  assert.equal(beatInputs(model("beat", [187, 1]), inputs), inputs);
});

Deno.test("beatInputs() gives a model from elsewhere beats as it calls and shapes them", () => {
  const { values } = inputs.beat;
  assert.deepEqual(beatInputs(model("any", [187, 1]), inputs), {
    any: { shape: [187, 1], values },
  });
  assert.deepEqual(beatInputs(model("long", [null, 1]), inputs), {
    long: { shape: [187, 1], values },
  });
  assert.deepEqual(beatInputs(model("flat", [187]), inputs), { flat: { shape: [187], values } });
});

Deno.test("beatInputs() says why a model does not classify beats", () => {
  assert.throws(
    () => beatInputs(model("short", [100, 1]), inputs),
    /wanted one input of 187 values a row, found \[rows, 100,1\]/,
  );
  assert.throws(
    () => beatInputs(model("two", [187, 1], 2), inputs),
    /wanted one output of 5 probabilities a row, found \[rows, 2\]/,
  );
});

Deno.test("beatInputs() says what a model by patient is for", () => {
  const byPatient = buildCnn({ view: "difference", contextUnits: 4 }, { classes: 4 });
  assert.throws(
    () => beatInputs(byPatient, inputs),
    /\(difference, context\), .* `deno task annotate/,
  );
});

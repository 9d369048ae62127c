import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn, predictProbabilities } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();
const setting = {
  classes: 4,
  standardizer: { mean: 0.1, deviation: 0.4 },
  context: { length: 13, standardizer: { mean: 0.2, deviation: 0.5 } },
  seed: 2,
};
const config = { view: "difference", contextUnits: 6, viewUnits: 3, dense: 5 } as const;
const rows = 23;
const inputs = {
  beat: { shape: [187, 1], values: new Float32Array(rows * 187) },
  difference: { shape: [49, 1], values: noise([rows, 49, 1]) },
  context: { shape: [13], values: noise([rows, 13]) },
};

function noise(shape: number[]): Float32Array {
  return tf.randomNormal(shape, 0, 1, "float32", 1).dataSync<"float32">();
}

const models = {
  cnn: buildCnn({ ...config, filters: [4], kernels: [3], normalization: false }, setting),
  "normalized cnn": buildCnn({ ...config, filters: [4], kernels: [3] }, setting),
  rnn: buildRnn({ ...config, cell: "gru", units: [4], backwards: false }, setting),
};
for (const [name, model] of Object.entries(models)) {
  Deno.test(`a ${name} takes the difference and the context, and standardizes both`, () => {
    assert.deepEqual(model.inputNames, ["difference", "context"]);
    const { difference, context } = inputs;
    const wanted = (model.predict([
      tf.tensor(difference.values, [rows, 49, 1]),
      tf.tensor(context.values, [rows, 13]),
    ]) as tf.Tensor).dataSync();
    for (const batchSize of [7, 512]) {
      const found = predictProbabilities(model, inputs, { batchSize });
      assert.equal(found.length, rows * 4);
      found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]!) < 1e-6));
    }
  });
}

Deno.test("a network without normalization has no layer of it, plain or residual", () => {
  for (const residual of [false, true]) {
    const model = buildCnn({ residual, normalization: false });
    const kinds = model.layers.map((layer) => layer.getClassName());
    assert.ok(!kinds.includes("BatchNormalization"));
  }
});

Deno.test("without contextUnits a network has the one input that its view names", () => {
  assert.deepEqual(buildCnn({ view: "difference" }).inputNames, ["difference"]);
  assert.deepEqual(buildRnn().inputNames, ["beat"]);
});

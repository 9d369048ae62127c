import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, compilePredictor, predictProbabilities } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();
const model = buildCnn({ filters: [4], kernels: [3], dense: 6 }, { inputShape: [20, 1] });
const values = tf.randomNormal([23, 20, 1], 0, 1, "float32", 1).dataSync<"float32">();

Deno.test("predictProbabilities() gives what the model gives, whatever the batch size", () => {
  const wanted = (model.predict(tf.tensor(values, [23, 20, 1])) as tf.Tensor).dataSync();
  for (const batchSize of [1, 10, 512]) {
    const found = predictProbabilities(model, { beat: { shape: [20, 1], values } }, { batchSize });
    assert.equal(found.length, 23 * 5);
    found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]!) < 1e-6));
  }
});

Deno.test("a batch size that is no whole number from 1 is an error", () => {
  const inputs = { beat: { shape: [20, 1], values } };
  for (const batchSize of [0, -1, 1.5, NaN]) {
    assert.throws(() => predictProbabilities(model, inputs, { batchSize }), /batchSize must be/);
  }
});

Deno.test("a model that gives sequences is an error that says so", () => {
  const beat = tf.input({ shape: [20, 1], name: "beat" });
  const outputs = tf.layers.conv1d({ filters: 2, kernelSize: 3 }).apply(beat) as tf.SymbolicTensor;
  assert.throws(
    () =>
      predictProbabilities(tf.model({ inputs: beat, outputs }), {
        beat: { shape: [20, 1], values },
      }),
    /wanted an output of \[rows, values\], found \[rows, 18,2\]/,
  );
});

Deno.test("no rows give no probabilities", () => {
  const none = { beat: { shape: [20, 1], values: new Float32Array(0) } };
  assert.equal(predictProbabilities(model, none).length, 0);
});

Deno.test("rows without the model's input are an error that names it", () => {
  assert.throws(
    () => predictProbabilities(model, { rhythm: { shape: [20, 1], values } }),
    /Cannot feed model "cnn": wanted input "beat", found rhythm/,
  );
});

Deno.test("a predictor follows the weights of its model", () => {
  const other = buildCnn({ filters: [4], kernels: [3], dense: 6 }, {
    inputShape: [20, 1],
    seed: 5,
  });
  const predictor = compilePredictor(other);
  const inputs = { beat: { shape: [20, 1], values } };
  const before = predictor.predict(inputs);
  other.setWeights(model.getWeights());
  const after = predictor.predict(inputs);
  assert.notDeepEqual(after, before);
  assert.deepEqual(after, predictProbabilities(model, inputs));
  predictor.dispose();
});

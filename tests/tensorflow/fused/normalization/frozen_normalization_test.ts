import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { applyForLogits, startBackend } from "lib/tensorflow/mod.ts";
import { assertClose } from "../compare.ts";

await startBackend();

/** Batch normalization that goes by mean 1, variance 4, gamma 3 and beta 5. */
function frozen(inputShape: number[]): tf.Sequential {
  const size = inputShape.at(-1)!;
  const normalization = tf.layers.batchNormalization({ epsilon: 0, inputShape });
  const model = tf.sequential({ layers: [normalization] });
  normalization.setWeights([3, 5, 1, 4].map((value) => tf.fill([size], value)));
  normalization.trainable = false;
  return model;
}

Deno.test("batch normalization that is not to be trained goes by its moving statistics in training", () => {
  const model = frozen([2]);
  const x = tf.tensor2d([[1, 3], [-1, 7]]);
  const output = model.apply(x, { training: true }) as tf.Tensor;
  // 3 * (x - 1) / 2 + 5, which Keras 3 gives with training=True where trainable is False
  assertClose([[...output.dataSync()]], [[5, 8, 2, 14]], 1e-6);
  assert.deepEqual(model.getWeights().map((weight) => [...weight.dataSync()]), [
    [3, 3],
    [5, 5],
    [1, 1],
    [4, 4],
  ]);
  const gradient = tf.grad((x) => model.apply(x, { training: true }) as tf.Tensor)(x);
  assert.deepEqual([...gradient.dataSync()], [1.5, 1.5, 1.5, 1.5]);
});

Deno.test("a batch in parts goes through frozen batch normalization as in use", () => {
  const model = frozen([8, 4]);
  model.add(tf.layers.reLU());
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 3, activation: "softmax" }));
  const before = model.getWeights().map((weight) => [...weight.dataSync()]);
  const x = tf.randomNormal([6, 8, 4], 0, 1, "float32", 7);
  const logits = (training: boolean) => [
    ...applyForLogits(model, [x], { training, parts: 2 }).dataSync(),
  ];
  assertClose([logits(true)], [logits(false)], 1e-5);
  assert.deepEqual(model.getWeights().map((weight) => [...weight.dataSync()]), before);
});

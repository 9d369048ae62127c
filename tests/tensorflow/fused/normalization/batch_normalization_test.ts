import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseBatchNormalization } from "lib/tensorflow/fused/normalization/batch_normalization.ts";
import { assertClose, operationsOf, outputAndGradients } from "../compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

const moving = (layer: tf.layers.Layer) =>
  layer.nonTrainableWeights.map((weight) => [...weight.read().dataSync()]);
const fresh = (args = {}) =>
  tf.layers.batchNormalization({
    gammaInitializer: tf.initializers.constant({ value: 1.5 }),
    ...args,
  });

for (const shape of [[8, 20, 6], [16, 6], [4, 5, 3, 6]]) {
  for (const captured of [false, true]) {
    Deno.test(`batch normalization of [${shape}] equals the layer's own code${captured ? ", captured" : ""}`, () => {
      const own = fresh();
      const wanted = outputAndGradients(own, shape);
      const undo = fuseBatchNormalization();
      try {
        const fused = fresh();
        assertClose(outputAndGradients(fused, shape, { captured }), wanted, 1e-4);
        assertClose(moving(fused), moving(own), 1e-5);
      } finally {
        undo();
      }
    });
  }
}

Deno.test("batch normalization in training is fused", () => {
  const own = operationsOf(fresh(), [8, 6]);
  const undo = fuseBatchNormalization();
  try {
    assert.notEqual(operationsOf(fresh(), [8, 6]), own);
  } finally {
    undo();
  }
});

Deno.test("the moving variance follows the population variance, as in Keras", () => {
  const undo = fuseBatchNormalization();
  try {
    const layer = tf.layers.batchNormalization({ momentum: 0.5 });
    layer.apply(tf.tensor2d([[0, 0], [4, 2]]), { training: true });
    // 0.5 * 1 + 0.5 * the population variances 4 and 1
    assert.deepEqual(moving(layer).map((numbers) => numbers.map((n) => +n.toFixed(5))), [[1, 0.5], [
      2.5,
      1,
    ]]);
  } finally {
    undo();
  }
});

Deno.test("outside training the layer's own code runs", () => {
  const x = tf.randomNormal([4, 5, 6], 0, 1, "float32", 3);
  const layer = fresh();
  const wanted = [...(layer.apply(x) as tf.Tensor).dataSync()];
  const undo = fuseBatchNormalization();
  try {
    assert.deepEqual([...(layer.apply(x) as tf.Tensor).dataSync()], wanted);
  } finally {
    undo();
  }
});

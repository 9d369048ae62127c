import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { orthogonal } from "lib/models/orthogonal.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

for (const shape of [[16, 64], [64, 16], [20, 20]]) {
  Deno.test(`weights of shape [${shape}] are orthonormal along the shorter side`, () => {
    const weights = orthogonal(3).apply(shape) as tf.Tensor2D;
    assert.deepEqual(weights.shape, shape);
    const wide = shape[0]! < shape[1]!;
    const products = wide
      ? tf.matMul(weights, weights, false, true)
      : tf.matMul(weights, weights, true);
    const off = products.sub(tf.eye(Math.min(...shape))).abs().max().dataSync()[0]!;
    assert.ok(off < 1e-6, `off by ${off}`);
  });
}

Deno.test("files name the initializer as TensorFlow.js does", () => {
  assert.equal(orthogonal(3).getClassName(), "Orthogonal");
  assert.equal(orthogonal(3).getConfig().seed, 3);
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseRelu } from "lib/tensorflow/fused/relu.ts";
import { assertClose, outputAndGradients } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

for (const captured of [false, true]) {
  Deno.test(`fused ReLU equals TensorFlow.js's own${captured ? ", captured" : ""}`, () => {
    const wanted = outputAndGradients(tf.layers.reLU(), [6, 10]);
    const undo = fuseRelu();
    try {
      assertClose(outputAndGradients(tf.layers.reLU(), [6, 10], { captured }), wanted, 1e-7);
    } finally {
      undo();
    }
  });
}

Deno.test("a fused kernel is undone", () => {
  const own = tf.getGradient("Relu").gradFunc;
  const undo = fuseRelu();
  assert.notEqual(tf.getGradient("Relu").gradFunc, own);
  undo();
  assert.equal(tf.getGradient("Relu").gradFunc, own);
});

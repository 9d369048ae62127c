import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseMaxPooling } from "lib/tensorflow/fused/max_pooling.ts";
import { patchGradient } from "lib/tensorflow/fused/patch.ts";
import { assertClose, outputAndGradients } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

const pool = (poolSize = 2, strides = poolSize, padding: "valid" | "same" = "valid") =>
  tf.layers.maxPooling1d({ poolSize, strides, padding });
type Case = [name: string, build: () => tf.layers.Layer, shape: number[]];
const covered: Case[] = [
  ["pairs of an even length", () => pool(), [3, 8, 5]],
  ["pairs of an odd length", () => pool(), [3, 9, 5]],
];
const others: Case[] = [
  ["windows of three", () => pool(3), [3, 9, 5]],
  ["overlapping windows", () => pool(2, 1), [3, 9, 5]],
  ["padded windows", () => pool(2, 2, "same"), [3, 9, 5]],
  ["images", () => tf.layers.maxPooling2d({ poolSize: 2 }), [2, 6, 6, 3]],
];
for (const [name, build, shape] of [...covered, ...others]) {
  for (const captured of [false, true]) {
    Deno.test(`max pooling of ${name} equals TensorFlow.js's own${captured ? ", captured" : ""}`, () => {
      const wanted = outputAndGradients(build(), shape);
      const undo = fuseMaxPooling();
      try {
        assertClose(outputAndGradients(build(), shape, { captured }), wanted, 1e-7);
      } finally {
        undo();
      }
    });
  }
}

for (const one of [...covered, ...others]) {
  const [name, build, shape] = one;
  const stays = others.includes(one);
  Deno.test(`max pooling of ${name} is ${stays ? "left to TensorFlow.js" : "fused"}`, () => {
    const own = tf.getGradient("MaxPool").gradFunc;
    let calls = 0;
    const unwatch = patchGradient("MaxPool", {
      gradFunc: (...args) => {
        calls++;
        return own(...args);
      },
    });
    const undo = fuseMaxPooling();
    try {
      outputAndGradients(build(), shape);
      assert.equal(calls, stays ? 1 : 0);
    } finally {
      undo();
      unwatch();
    }
  });
}

Deno.test("the first of two equal values takes the gradient, as in TensorFlow", () => {
  const gradient =
    () => [...tf.grad((x) => (pool().apply(x) as tf.Tensor).sum())(tf.zeros([1, 4, 2])).dataSync()];
  const wanted = gradient();
  assert.deepEqual(wanted, [1, 1, 0, 0, 1, 1, 0, 0]);
  const undo = fuseMaxPooling();
  try {
    assert.deepEqual(gradient(), wanted);
  } finally {
    undo();
  }
});

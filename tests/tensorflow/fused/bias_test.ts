import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseBias } from "lib/tensorflow/fused/bias.ts";
import { assertClose, operationsOf, outputAndGradients } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

const seeded = (seed: number) => tf.initializers.randomNormal({ seed });
const layers: Record<string, [() => tf.layers.Layer, number[]]> = {
  "a convolution": [
    () =>
      tf.layers.conv1d({
        filters: 4,
        kernelSize: 3,
        kernelInitializer: seeded(1),
        biasInitializer: seeded(2),
      }),
    [2, 9, 3],
  ],
  "a dense layer": [
    () => tf.layers.dense({ units: 4, kernelInitializer: seeded(1), biasInitializer: seeded(2) }),
    [5, 3],
  ],
};
for (const [name, [build, shape]] of Object.entries(layers)) {
  for (const captured of [false, true]) {
    Deno.test(`the bias of ${name} equals TensorFlow.js's own${captured ? ", captured" : ""}`, () => {
      const wanted = outputAndGradients(build(), shape);
      const undo = fuseBias();
      try {
        assertClose(outputAndGradients(build(), shape, { captured }), wanted, 1e-6);
      } finally {
        undo();
      }
    });
  }
}

for (const [name, [build, shape]] of Object.entries(layers)) {
  Deno.test(`the bias of ${name} is fused`, () => {
    const own = operationsOf(build(), shape);
    const undo = fuseBias();
    try {
      assert.notEqual(operationsOf(build(), shape), own);
    } finally {
      undo();
    }
  });
}

const sums: [number[], number[]][] = [[[3, 4], [3, 4]], [[3, 4], [3, 1]], [[4], [4]], [[3, 1], [
  1,
]]];
for (const [a, b] of sums) {
  Deno.test(`[${a}] + [${b}] is the same sum with the fused kernel`, () => {
    const add = () => tf.add(tf.range(0, a.reduce((n, d) => n * d, 1)).reshape(a), tf.ones(b));
    const wanted = [...add().dataSync()];
    const undo = fuseBias();
    try {
      assert.deepEqual([...add().dataSync()], wanted);
    } finally {
      undo();
    }
  });
}

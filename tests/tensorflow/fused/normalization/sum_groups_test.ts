import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { sumGroups } from "lib/tensorflow/fused/normalization/sum_groups.ts";

await startTensorflow({ intra: 1, inter: 2 });

const cases: [shape: number[], groups: number][] = [
  [[12, 3], 3],
  [[2, 5, 3], 5],
  [[7, 3], 7],
  [[2, 2, 2, 3], 2],
];
for (const [shape, groups] of cases) {
  Deno.test(`rows of [${shape}] are added up in ${groups} groups`, () => {
    const x = tf.range(0, shape.reduce((a, b) => a * b)).reshape(shape);
    const sums = sumGroups(x);
    assert.deepEqual(sums.shape, [groups, 3]);
    const axes = shape.slice(1).map((_, axis) => axis);
    assert.deepEqual(sums.sum(0).dataSync(), x.sum(axes).dataSync());
  });
}

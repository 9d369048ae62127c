import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseOps } from "lib/tensorflow/capture/fuse_ops.ts";

const backend = await startTensorflow({ intra: 1, inter: 2 });

const x = tf.randomNormal([5, 7, 3], 0, 1, "float32", 1);
const scale = tf.tensor1d([1, -2, 0.5]);
const values = (tensors: tf.Tensor[]) => tensors.map((tensor) => [...tensor.dataSync()]);
const assertNear = (found: number[][], wanted: number[][]) =>
  wanted.forEach((numbers, i) =>
    numbers.forEach((number, j) => assert.ok(Math.abs(number - found[i]![j]!) < 1e-6))
  );

const chain = (x: tf.Tensor, scale: tf.Tensor) => [x.mul(scale).add(1).relu(), x.greater(0)];

Deno.test("fused ops give what the ops give one by one, in a captured step and outside of one", () => {
  const fused = fuseOps((x, scale) => chain(x!, scale!));
  const wanted = values(chain(x, scale));
  const step = capture((x, scale) => fused(x!, scale!));
  assertNear(values(step(x, scale)), wanted);
  assertNear(values(step(x, scale)), wanted);
  assert.deepEqual(values(fused(x, scale)), wanted);
  assert.deepEqual(step(x, scale).map(({ dtype, shape }) => [dtype, shape]), [
    ["float32", [5, 7, 3]],
    ["bool", [5, 7, 3]],
  ]);
});

Deno.test("steps and calls share what was compiled; each combination of shapes is compiled once", () => {
  let recorded = 0;
  const fused = fuseOps((x) => {
    recorded++;
    return [x!.square()];
  });
  const twice = () => capture((x) => fused(fused(x!)[0]!));
  const four = tf.scalar(2).reshape([1, 1]);
  assert.deepEqual(values(twice()(four)), [[16]]);
  assert.deepEqual(values(twice()(four)), [[16]]);
  assert.equal(recorded, 1);
  twice()(tf.ones([2, 1]));
  assert.equal(recorded, 2);
});

Deno.test("what is compiled beforehand leaves no tensors behind", () => {
  const fused = fuseOps((x, y) => [x!.mul(2), tf.where(y!, x!, 0)]);
  const mask = x.greater(0);
  const before = [tf.memory().numTensors, backend.binding.context.size];
  const step = capture((x, mask) => fused(x!, mask!));
  tf.dispose(step(x, mask));
  assert.deepEqual([tf.memory().numTensors, backend.binding.context.size], before);
});

Deno.test("fused ops are called from inside of gradients", () => {
  const cube = fuseOps((x) => [x!.mul(x!).mul(x!)]);
  const slope = fuseOps((x, dy) => [x!.square().mul(3).mul(dy!)]);
  const f = tf.customGrad((x, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor]);
    return {
      value: cube(x as tf.Tensor)[0]!,
      gradFunc: (dy: tf.Tensor, [x]: tf.Tensor[]) => slope(x!, dy)[0]!,
    };
  });
  const step = capture((x) => [tf.grad((x) => f(x).sum())(x!)]);
  assertNear(values(step(x)), values([x.square().mul(3)]));
});

Deno.test("ops that read other tensors than their inputs are refused, and the backend stays usable", () => {
  const reads = fuseOps((y) => [y!.mul(scale)]);
  assert.throws(
    () => capture((x) => reads(x!))(x),
    /Cannot compile fused_ops_\d+: it must depend on its arguments alone but reads 1 other tensors/,
  );
  assert.equal(backend.binding.tracing, false);
  assertNear(values(capture((x) => [x!.mul(scale)])(x)), values([x.mul(scale)]));
});

Deno.test("an error while ops are recorded leaves the backend usable", () => {
  const fails = fuseOps(() => {
    throw new Error("no");
  });
  assert.throws(() => capture((x) => fails(x!))(x), /no/);
  assert.equal(backend.binding.tracing, false);
  assert.deepEqual(values([tf.scalar(2).square()]), [[4]]);
});

Deno.test("fused ops leave no tensors behind", () => {
  const fused = fuseOps((x, scale) => chain(x!, scale!));
  const step = capture((x, scale) => fused(x!, scale!));
  tf.dispose(step(x, scale));
  const [tensors, handles] = [tf.memory().numTensors, backend.binding.context.size];
  for (let i = 0; i < 100; i++) tf.dispose(step(x, scale));
  assert.deepEqual([tf.memory().numTensors, backend.binding.context.size], [tensors, handles]);
});

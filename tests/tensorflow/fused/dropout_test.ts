import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseDropout } from "lib/tensorflow/fused/dropout.ts";

await startTensorflow({ intra: 1, inter: 2 });
fuseDropout();

const state = (seed: number, step: number) => tf.tensor1d([seed, step], "int32");
const drop = (layer: tf.layers.Layer, x: tf.Tensor, random: tf.Tensor) => [
  ...(layer.apply(x, { training: true, random }) as tf.Tensor).dataSync(),
];
const ones = tf.ones([200, 501]);

for (const rate of [0.1, 0.25, 0.5]) {
  Deno.test(`dropout ${rate} drops that share and scales what it keeps`, () => {
    const values = drop(tf.layers.dropout({ rate }), ones, state(1, 1));
    const dropped = values.filter((value) => value === 0).length / values.length;
    // Five standard errors of 100,200 draws are at most 0.008.
    assert.ok(Math.abs(dropped - rate) < 0.008, `dropped ${dropped}`);
    const kept = values.find((value) => value !== 0)!;
    assert.ok(Math.abs(kept - 1 / (1 - rate)) < 1e-6, `kept values are ${kept}`);
  });
}

Deno.test("masks depend on seed, step and the layer's name, and on nothing else", () => {
  const [a, b] = ["a", "b"].map((name) => tf.layers.dropout({ rate: 0.5, name }));
  const mask = (layer: tf.layers.Layer, seed: number, step: number) =>
    drop(layer, ones, state(seed, step)).map((value) => value > 0);
  const first = mask(a!, 1, 1);
  assert.deepEqual(mask(a!, 1, 1), first);
  for (const other of [mask(b!, 1, 1), mask(a!, 2, 1), mask(a!, 1, 2)]) {
    const same = other.filter((kept, i) => kept === first[i]).length / first.length;
    assert.ok(Math.abs(same - 0.5) < 0.01, `${same} of the values are alike`);
  }
});

Deno.test("a captured step draws the mask of its own step, as eagerly", () => {
  const layer = tf.layers.dropout({ rate: 0.5, name: "captured" });
  const random = tf.variable(state(3, 0), false);
  const step = capture((x) => {
    const y = layer.apply(x!, { training: true, random }) as tf.Tensor;
    random.assign(random.add(tf.tensor1d([0, 1], "int32")));
    return [y];
  });
  for (let i = 0; i < 3; i++) {
    assert.deepEqual([...step(ones)[0]!.dataSync()], drop(layer, ones, state(3, i)));
  }
});

Deno.test("the gradient passes where a value was kept, scaled alike", () => {
  const layer = tf.layers.dropout({ rate: 0.3, name: "gradient" });
  const x = tf.ones([4, 7]);
  const output = drop(layer, x, state(5, 5));
  const gradient = tf.grad((x) =>
    (layer.apply(x, { training: true, random: state(5, 5) }) as tf.Tensor).sum()
  )(x);
  assert.deepEqual([...gradient.dataSync()], output);
});

Deno.test("outside training nothing is dropped", () => {
  const layer = tf.layers.dropout({ rate: 0.5 });
  const y = layer.apply(ones, { training: false, random: state(1, 1) }) as tf.Tensor;
  assert.equal(y.sum().dataSync()[0], ones.size);
});

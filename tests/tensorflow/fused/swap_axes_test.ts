import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseDropout } from "lib/tensorflow/fused/dropout.ts";
import { swapAxes } from "lib/tensorflow/fused/swap_axes.ts";
import { assertClose } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });
fuseDropout();

const x = tf.randomNormal<tf.Rank.R3>([4, 6, 5], 0, 1, "float32", 1);
const factors = tf.sin(tf.range(0, x.size));
const values = (tensors: tf.Tensor[]) => tensors.map((one) => [...one.dataSync()]);
const swap = (x: tf.Tensor) => x.transpose<tf.Tensor3D>([1, 0, 2]);

/** A function of x by `swapAxes` and by TensorFlow.js's own transposition. */
const cases: Record<string, (x: tf.Tensor3D, swap: (x: tf.Tensor3D) => tf.Tensor3D) => tf.Tensor> =
  {
    once: (x, swap) => swap(x),
    "there and back": (x, swap) => swap(swap(x)),
    "there, back and there": (x, swap) => swap(swap(swap(x))),
    "there and back around another op": (x, swap) => swap(swap(x).square()),
    "there and back around another shape": (x, swap) => swap(swap(x).reshape([3, 8, 5])),
    "there and back around its own shape": (x, swap) => swap(swap(x).reshape([6, 4, 5])),
    "there and back around a dropout": (x, swap) => swap(drop(swap(x))),
    "there and back around two dropouts": (x, swap) => swap(drop(drop(swap(x)))),
  };
const random = tf.tensor1d([3, 7], "int32");
const drop = (x: tf.Tensor) =>
  tf.layers.dropout({ rate: 0.4, name: "between" })
    .apply(x, { training: true, random }) as tf.Tensor3D;

for (const [name, fn] of Object.entries(cases)) {
  Deno.test(`swapping ${name} is a transposition, in values and gradients, also captured`, () => {
    const run = (by: typeof swapAxes) => (): tf.Tensor[] => {
      const { value, grads } = tf.valueAndGrads((x) => {
        const y = fn(x as tf.Tensor3D, by);
        return y.flatten().mul(factors).sum();
      })([x]);
      return [fn(x, by), value, ...grads];
    };
    const wanted = values(run(swap)());
    assert.deepEqual(values(run(swapAxes)()), wanted);
    assertClose(values(capture(run(swapAxes))()), wanted, 1e-6);
  });
}

Deno.test("a captured step does not swap back what it swapped", () => {
  const operations = (fn: (x: tf.Tensor3D) => tf.Tensor) => {
    const step = capture((x) => [fn(x as tf.Tensor3D)]);
    step(x);
    return step.traces[0]!.operations;
  };
  assert.ok(operations((x) => swapAxes(swapAxes(x))) < operations((x) => swap(swap(x))));
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startBackend } from "lib/tensorflow/mod.ts";
import { runOperation } from "../../../../lib/models/keras/operations/run_operation.ts";

await startBackend();

function run(className: string, config: Record<string, unknown>, args: unknown[], x: tf.Tensor) {
  const description = { module: "keras.src.ops", className, config, args, kwargs: {} };
  return runOperation(description, [x]) as tf.Tensor;
}

const tensor = { tensor: 0 };
const row = tf.tensor2d([[-1, -0.6, -0.5, -0.4, 0, 0.3, 2]]);
const steps = tf.tensor3d([[[0, 1], [2, 3], [4, 5]]]);

// keras.activations.relu(x, negative_slope, max_value, threshold) of Keras 3.15.1
const relus: [Record<string, unknown>, number[]][] = [
  [{ negative_slope: 0, max_value: 1, threshold: -0.5 }, [0, 0, 0, 0, 0, 0.3, 1]],
  [{ negative_slope: 0.1, max_value: 1, threshold: 0.3 }, [
    ...[-0.13, -0.09, -0.08, -0.07, -0.03, 0, 1],
  ]],
];

for (const [config, wanted] of relus) {
  Deno.test(`runOperation() computes ReLU with threshold ${config.threshold} as Keras does`, () => {
    const values = run("ReLU", config, [tensor], row).dataSync();
    wanted.forEach((value, i) => assert.ok(Math.abs(values[i]! - value) < 1e-6, `${values}`));
  });
}

Deno.test("runOperation() clips at one end where the other is None", () => {
  const above = run("Clip", { x_min: null, x_max: 0.25 }, [tensor], row).min().dataSync()[0];
  const below = run("Clip", { x_min: 0, x_max: null }, [tensor], row).max().dataSync()[0];
  assert.deepEqual([above, below], [-1, 2]);
});

Deno.test("runOperation() takes steps by an array of places in a captured step, too", () => {
  const places = { class_name: "__numpy__", config: { value: [2, 0], dtype: "int64" } };
  const step = capture((x) => [run("Take", { axis: 1 }, [tensor, places], x)]);
  assert.deepEqual([...step(steps)[0]!.dataSync()], [4, 5, 0, 1]);
  step.dispose();
});

Deno.test("runOperation() refuses lists of lists of places, and a dot product with more than a matrix", () => {
  assert.throws(
    () => run("Take", { axis: 1 }, [tensor, [[0, 1], [2, 0]]], steps),
    /found \[\[0,1\]/,
  );
  assert.throws(() => run("Dot", {}, [tensor, tensor], steps), /of Dot, found \[1,3,2\]/);
});

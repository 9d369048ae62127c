import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn } from "lib/models/mod.ts";
import { capture, createAdam, startBackend } from "lib/tensorflow/mod.ts";
import { averageWeights } from "lib/training/averages/average_weights.ts";
import { trainingStep } from "lib/training/loop/compile_step.ts";
import { trainingDefaults } from "lib/training/mod.ts";

// Made by tests/reference/training_keras.py and training_options.py.
const [rows, { average: golden }] = await Promise.all(
  ["keras_steps", "keras_options"].map(async (name) =>
    JSON.parse(
      await Deno.readTextFile(new URL(`../../fixtures/training/${name}.json`, import.meta.url)),
    )
  ),
);
await startBackend();

/** The mean of the CNN's weights after each of so many steps, and the weights themselves. */
function averagesOver(steps: number, movingMeans: "keras" | "settled") {
  const model = buildCnn(
    { filters: [4, 6], kernels: [5, 3], dropout: 0, dense: 8 },
    { inputShape: [20, 1] },
  );
  model.trainableWeights.forEach((weight, i) =>
    weight.write(tf.tensor(rows.weights[i], weight.shape as number[]))
  );
  const optimizer = createAdam(
    model.trainableWeights.map((weight) => weight.read() as tf.Variable),
    { learningRate: 1e-2 },
  );
  const random = tf.variable(tf.tensor1d([0, 0], "int32"), false);
  const options = { optimizer, random, classes: 5, labelSmoothing: 0, focusing: 0, parts: 1 };
  const config = { ...trainingDefaults, emaMomentum: golden.momentum, movingMeans };
  const average = averageWeights(model, { config, optimizer, random })!;
  const step = capture(average.follow(trainingStep(model, options)));
  const batch = [tf.tensor(rows.x, [24, 20, 1]), tf.tensor1d(rows.y, "int32")];
  return Array.from({ length: steps }, () => {
    step(...batch);
    optimizer.sync();
    return {
      means: average.values(),
      weights: model.weights.map((weight) => weight.read().dataSync<"float32">()),
    };
  });
}

const off = (found: ArrayLike<number>, wanted: ArrayLike<number>) =>
  Math.max(...Array.from(wanted, (value, i) => Math.abs(value - found[i]!)));

Deno.test("the moving mean of the weights equals Keras's use_ema", () => {
  const after = averagesOver(8, "keras");
  golden.names.forEach((name: string, i: number) => {
    // A bias before normalization has no gradient but rounding, of which Keras's Adam makes whole steps.
    if (/conv.*bias/.test(name)) return;
    for (const [found, wanted] of [[after[0], golden.first], [after[7], golden.last]]) {
      const difference = off(found.means[i], wanted[i]);
      assert.ok(difference < 1e-5, `${name} is off by ${difference}`);
    }
  });
});

Deno.test("the settled mean of the weights reaches back over a tenth of the steps, and takes the statistics along", () => {
  const after = averagesOver(3, "settled");
  const [one, two, three] = after.map(({ weights }) => weights);
  assert.ok(one!.length > golden.names.length);
  one!.forEach((weight, i) => {
    const wanted = weight.map((value, j) =>
      (value * 0.1 + two![i]![j]! * 0.9) * (2 / 11) + three![i]![j]! * (9 / 11)
    );
    // The momentum of 0.8 is not reached yet: 1 - 9 / 11 = 0.18.
    assert.ok(off(after[2]!.means[i]!, wanted) < 1e-6);
  });
});

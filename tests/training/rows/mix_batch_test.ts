import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { createPrng } from "lib/random/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { drawBeta } from "lib/training/rows/draw_beta.ts";
import { drawMixture, mixBatch, mixing } from "lib/training/rows/mix_batch.ts";
import { trainingDefaults } from "lib/training/mod.ts";

// Made by tests/reference/training_keras.py and training_options.py.
const [given, golden] = await Promise.all(
  ["keras_steps", "keras_options"].map(async (name) =>
    JSON.parse(
      await Deno.readTextFile(new URL(`../../fixtures/training/${name}.json`, import.meta.url)),
    )
  ),
);
await startBackend();
const batch = () => [tf.tensor(given.x, [24, 20, 1]), tf.tensor1d(given.y, "int32")];
const off = (found: ArrayLike<number>, wanted: ArrayLike<number>) =>
  Math.max(...Array.from(wanted, (value, i) => Math.abs(value - found[i]!)));

Deno.test("mixBatch() gives the rows and labels of Keras's MixUp", () => {
  const { partners, shares, rows, labels } = golden.mixed;
  const mixture = { partners: Uint32Array.from(partners), shares: Float32Array.from(shares) };
  const [x, y] = mixBatch(batch(), mixture, { classes: 5 });
  assert.deepEqual([x!.shape, y!.shape], [[24, 20, 1], [24, 5]]);
  assert.ok(off(x!.dataSync(), rows) < 1e-6);
  assert.ok(off(y!.dataSync(), labels) < 1e-6);
});

Deno.test("mixBatch() mixes all inputs of a model by the same pairs", () => {
  const [x, y] = batch() as [tf.Tensor, tf.Tensor];
  const mixture = drawMixture(24, { alpha: 0.4, prng: createPrng(5) });
  const [beat, context] = mixBatch([x, x.reshape([24, 20]), y], mixture, { classes: 5 });
  assert.deepEqual([...context!.dataSync()], [...beat!.dataSync()]);
});

for (const { alpha, shares, quantiles } of golden.beta) {
  Deno.test(`drawBeta() draws as many numbers below SciPy's quantiles as Beta(${alpha}, ${alpha}) has`, () => {
    const prng = createPrng(3);
    const drawn = Array.from({ length: 20_000 }, () => drawBeta(alpha, prng));
    shares.forEach((share: number, i: number) => {
      const found = drawn.filter((value) => value < quantiles[i]).length / drawn.length;
      // Four standard deviations of a share of so many.
      const tolerance = 4 * Math.sqrt(share * (1 - share) / drawn.length);
      assert.ok(Math.abs(found - share) < tolerance, `${found} is not ${share}`);
    });
  });
}

Deno.test("drawBeta() gives a number between 0 and 1 however small alpha is", () => {
  const prng = createPrng(3);
  for (let i = 0; i < 100; i++) {
    const share = drawBeta(1e-3, prng);
    assert.ok(share >= 0 && share <= 1, `${share}`);
  }
});

Deno.test("mixing() has the same pairs for the same seed and epoch, others in another epoch", () => {
  const mixed = (epoch: number) => {
    const mix = mixing({ ...trainingDefaults, mixup: 0.4 }, epoch, 5);
    return [0, 1].map(() => [...mix(batch())[0]!.dataSync()]);
  };
  assert.deepEqual(mixed(1), mixed(1));
  assert.notDeepEqual(mixed(2), mixed(1));
  assert.notDeepEqual(mixed(1)[0], mixed(1)[1]);
});

Deno.test("mixing() leaves a batch alone when mixup is 0", () => {
  const whole = batch();
  assert.equal(mixing(trainingDefaults, 1, 5)(whole), whole);
});

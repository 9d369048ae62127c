import assert from "node:assert/strict";
import { type EpochRecord, trainingDefaults } from "lib/training/mod.ts";
import { learningRateAt, shouldStop } from "lib/training/loop/learning_rate.ts";

// Made by tests/reference/training_options.py.
const { warmup: golden } = JSON.parse(
  await Deno.readTextFile(new URL("../../fixtures/training/keras_options.json", import.meta.url)),
);
const epochs = (...losses: number[]) => losses.map((valLoss) => ({ valLoss })) as EpochRecord[];
const at = (schedule: "cosine" | "plateau" | "constant", done: EpochRecord[], progress = 0) =>
  learningRateAt(
    { ...trainingDefaults, schedule, epochs: 10, learningRate: 1, plateauFactor: 0.5 },
    done,
    { progress },
  );

Deno.test("cosine goes from the first rate to a thousandth of it", () => {
  assert.equal(at("cosine", []), 1);
  assert.ok(Math.abs(at("cosine", epochs(1, 1, 1, 1, 1)) - 0.5005) < 1e-9);
  assert.ok(Math.abs(at("cosine", epochs(1, 1, 1, 1, 1, 1, 1, 1, 1), 1) - 0.001) < 1e-9);
});

Deno.test("a warm-up and the cosine after it have the rates of Keras's CosineDecay", () => {
  const { warmupEpochs, batches, rates } = golden;
  const config = { ...trainingDefaults, epochs: golden.epochs, warmupEpochs, learningRate: 1 };
  rates.forEach((wanted: number, step: number) => {
    const done = epochs(...Array(Math.floor(step / batches)).fill(1));
    const found = learningRateAt(config, done, { progress: (step % batches) / batches });
    assert.ok(Math.abs(found - wanted) < 1e-6, `step ${step}: ${found} is not ${wanted}`);
  });
});

Deno.test("a warm-up ends within an epoch too, and before a constant rate", () => {
  const config = {
    ...trainingDefaults,
    schedule: "constant",
    warmupEpochs: 0.5,
    learningRate: 1,
  } as const;
  const rates = [0, 0.25, 0.5, 0.75].map((progress) => learningRateAt(config, [], { progress }));
  assert.deepEqual(rates, [0, 0.5, 1, 1]);
});

Deno.test("plateau halves the rate each time two epochs bring no better loss", () => {
  assert.equal(at("plateau", epochs(3, 2, 1)), 1);
  assert.equal(at("plateau", epochs(3, 2, 2)), 1);
  assert.equal(at("plateau", epochs(3, 2, 2, 2)), 0.5);
  assert.equal(at("plateau", epochs(3, 2, 2, 2, 1.5, 1.6, 1.7)), 0.25);
});

Deno.test("constant stays", () => {
  assert.equal(at("constant", epochs(3, 3, 3, 3)), 1);
});

Deno.test("training stops after `patience` epochs without a better validation loss", () => {
  const config = { ...trainingDefaults, patience: 2 };
  assert.equal(shouldStop(config, epochs(3, 2, 2.5)), false);
  assert.equal(shouldStop(config, epochs(3, 2, 2.5, 2)), true);
  assert.equal(shouldStop({ ...config, patience: 0 }, epochs(1, 2, 3, 4, 5)), false);
});

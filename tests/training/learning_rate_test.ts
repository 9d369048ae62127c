import assert from "node:assert/strict";
import { type EpochRecord, trainingDefaults } from "lib/training/mod.ts";
import { learningRateAt, shouldStop } from "lib/training/learning_rate.ts";

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

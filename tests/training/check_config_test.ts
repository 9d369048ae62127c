import assert from "node:assert/strict";
import { trainingDefaults } from "lib/training/mod.ts";
import { checkTrainingConfig } from "lib/training/check_config.ts";

Deno.test("the defaults can be trained with", () => checkTrainingConfig(trainingDefaults));

const wrong = [
  [{ epochs: 0 }, /epochs must be a whole number from 1 but is 0/],
  [{ batchSize: 1.5 }, /batchSize must be a whole number from 1 but is 1.5/],
  [{ learningRate: 0 }, /learningRate must be above 0 but is 0/],
  [{ labelSmoothing: 1 }, /labelSmoothing must be from 0 to below 1 but is 1/],
  [{ seed: -1 }, /seed must be a whole number from 0 but is -1/],
] as const;
for (const [change, message] of wrong) {
  Deno.test(`${JSON.stringify(change)} cannot be trained with`, () => {
    assert.throws(() => checkTrainingConfig({ ...trainingDefaults, ...change }), message);
  });
}

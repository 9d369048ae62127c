import assert from "node:assert/strict";
import { completeRecipe, recipes, trainingDefaults } from "lib/training/mod.ts";
import { checkTrainingConfig } from "lib/training/configuration/check_config.ts";

Deno.test("the defaults can be trained with", () => checkTrainingConfig(trainingDefaults));

Deno.test("every recipe can be trained with, those of autoencoders too", () => {
  const configs = Object.keys(recipes).map((name) => completeRecipe(name).config);
  configs.forEach(checkTrainingConfig);
  assert.ok(configs.some(({ target }) => target === "input"));
});

const wrong = [
  [{ schedule: "step" }, /schedule must be cosine or plateau or constant but is step/],
  [{ movingMeans: "Keras" }, /movingMeans must be settled or keras but is Keras/],
  [{ epochs: 0 }, /epochs must be a whole number from 1 but is 0/],
  [{ batchSize: 1.5 }, /batchSize must be a whole number from 1 but is 1.5/],
  [{ learningRate: 0 }, /learningRate must be above 0 but is 0/],
  [{ labelSmoothing: 1 }, /labelSmoothing must be from 0 to below 1 but is 1/],
  [{ mixup: 2 }, /mixup must be from 0 to 1 but is 2/],
  [{ emaMomentum: 1 }, /emaMomentum must be from 0 to below 1 but is 1/],
  [{ averagedEpochs: 0.5 }, /averagedEpochs must be a whole number from 0 but is 0.5/],
  [{ emaMomentum: 0.9, averagedEpochs: 3 }, /only one of .* may be above 0 but they are 0.9 and 3/],
  [{ target: "input", labelSmoothing: 0.1 }, /labelSmoothing must be 0 for .* but is 0.1/],
  [{ target: "input", focusing: 2 }, /focusing must be 0 for .* but is 2/],
  [{ target: "input", mixup: 0.2 }, /mixup must be 0 for .* classes, but is 0.2/],
  [{ target: "input", classWeights: true }, /classWeights must be false for .* but is true/],
  [{ warmupEpochs: -1 }, /warmupEpochs must be from 0 but is -1/],
  [{ seed: -1 }, /seed must be a whole number from 0 to below 2 \*\* 31 but is -1/],
  [{ seed: 2 ** 31 }, /seed must be a whole number from 0 to below 2 \*\* 31 but is 2147483648/],
] as const;
for (const [change, message] of wrong) {
  Deno.test(`${JSON.stringify(change)} cannot be trained with`, () => {
    assert.throws(() => checkTrainingConfig({ ...trainingDefaults, ...change as object }), message);
  });
}

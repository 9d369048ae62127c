import assert from "node:assert/strict";
import { join } from "node:path";
import type { ModelConfig } from "lib/evaluation/mod.ts";
import { completeRecipe } from "lib/training/mod.ts";
import { storedFolds } from "../../../../lib/tasks/helpers/folds/stored_folds.ts";

const { config } = completeRecipe("cnn_by_patient");

/** Whether folds with some settings count as those of a model with others. */
async function areOf(model: object, folds: object): Promise<boolean> {
  const directory = await Deno.makeTempDir();
  await Deno.mkdir(join(directory, "folds"));
  const predictions = { "101": { N: [8, 0, 0, 0], V: [0, 0, 2, 0] } };
  const stored = {
    folds: 3,
    config: { ...config, ...folds },
    seeds: [{ seed: 0, predictions, later: {} }],
    ensemble: predictions,
  };
  await Deno.writeTextFile(
    join(directory, "folds", "cnn_by_patient.json"),
    JSON.stringify(stored),
  );
  const own = { recipe: "cnn_by_patient", ...config, ...model } as unknown as ModelConfig;
  const found = await storedFolds(directory, own);
  await Deno.remove(directory, { recursive: true });
  return found !== undefined;
}

Deno.test("storedFolds() takes folds of the same settings, whatever their seed", async () => {
  assert.equal(await areOf({}, {}), true);
  assert.equal(await areOf({ seed: 1 }, { seed: 0 }), true);
  assert.equal(await areOf({ dropout: 0.5 }, {}), false);
});

Deno.test("storedFolds() takes no folds that were trained on other records", async () => {
  assert.equal(await areOf({ more: ["svdb"] }, { more: ["svdb"] }), true);
  assert.equal(await areOf({ more: ["svdb"] }, {}), false);
  assert.equal(await areOf({}, { more: ["svdb"] }), false);
});

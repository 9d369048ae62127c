import assert from "node:assert/strict";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { completeRecipe } from "lib/training/mod.ts";

const models = join(import.meta.dirname!, "../../../models");
const log = await Deno.readTextFile(join(models, "tried.csv"));
const tried = log.trimEnd().split("\n").slice(1).map((line) => {
  const [recipe, settings, , , , , macroF1] = line.split(",");
  return { recipe: recipe!, settings: settings!, macroF1: Number(macroF1) };
});

Deno.test("what was tried has settings that its recipe can be given", () => {
  for (const { recipe, settings } of tried) {
    const config: object = completeRecipe(recipe).config;
    for (const setting of settings.split(" ")) {
      assert.ok(Object.hasOwn(config, setting.split("=")[0]!), setting);
    }
  }
});

Deno.test("what was tried is on the mean of its seeds no better than what is published", async () => {
  const mean = (scores: number[]) => scores.reduce((sum, score) => sum + score) / scores.length;
  for (const [settings, runs] of Map.groupBy(tried, ({ settings }) => settings)) {
    const { metrics } = await readModelFolder(join(models, runs[0]!.recipe));
    const published = mean(metrics!.seeds!.runs.map(({ valMacroF1 }) => valMacroF1));
    assert.ok(mean(runs.map(({ macroF1 }) => macroF1)) < published, settings);
  }
});

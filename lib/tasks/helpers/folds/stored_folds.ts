import {
  type Doubt,
  type FoldMeans,
  foldMeans,
  type ModelConfig,
  readFolds,
} from "lib/evaluation/mod.ts";
import { completeRecipe } from "lib/training/mod.ts";

/**
 * What the folds of a model's configuration gave, where `deno task folds --store` has kept them: `RECIPE.json`, and
 * `RECIPE_adapted.json` for the same with five minutes of each patient labelled.
 *
 * @param directory the folder of the published models.
 */
export async function storedFolds(
  directory: string,
  config: ModelConfig,
): Promise<FoldMeans | undefined> {
  const folds = await readFolds(directory, String(config.recipe));
  return folds && isSame(folds.config, config) ? foldMeans(folds) : undefined;
}

/**
 * The doubt that folds of a model's configuration found, of the seed that is the model's or, where it had no folds, of
 * the first: on patients that no model was trained on, as a new one is. Undefined where none is stored.
 */
export async function storedDoubt(
  directory: string,
  config: ModelConfig,
): Promise<Doubt | undefined> {
  const folds = await readFolds(directory, String(config.recipe));
  if (!folds || !isSame(folds.config, config)) return undefined;
  return (folds.seeds.find(({ seed }) => seed === config.seed) ?? folds.seeds[0])?.doubt;
}

/**
 * Folds of other settings or of other training records (`more`) say nothing of a model; the seed is none of them. What
 * a configuration does not say, of before there was such a key, is as by default.
 */
function isSame(folds: object, config: ModelConfig): boolean {
  const { config: usual } = completeRecipe(String(config.recipe));
  const of = (key: string) => JSON.stringify(config[key] ?? usual[key as keyof typeof usual]);
  return Object.entries({ more: undefined, ...folds }).every(([key, value]) =>
    key === "seed" || of(key) === JSON.stringify(value)
  );
}

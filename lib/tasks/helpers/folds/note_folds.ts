import { join } from "node:path";
import { type FoldScores, foldScores, type StoredFolds } from "lib/evaluation/mod.ts";
import { replaceFile } from "lib/files/mod.ts";
import { completeRecipe } from "lib/training/mod.ts";

/** The log of all folds that were made to choose settings by. */
export const triedFile = "tried.csv";

const header = "recipe,settings,folds,seed,commit,accuracy,macro-F1,j-kappa,F1 N,F1 S,F1 V,F1 F";

/**
 * Adds what folds gave to the log of all that was tried: the settings that differ from the recipe's, and the scores of
 * each seed over all beats.
 *
 * @param directory the folder of stored folds.
 */
export async function noteFolds(directory: string, stored: StoredFolds): Promise<void> {
  const path = join(directory, triedFile);
  const old = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return `${header}\n`;
    throw error;
  });
  const usual = completeRecipe(stored.recipe).config as unknown as Record<string, unknown>;
  const settings = Object.entries(stored.config)
    .filter(([key, value]) =>
      key !== "seed" && JSON.stringify(usual[key]) !== JSON.stringify(value)
    )
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join("-") : value}`).join(" ");
  const lines = foldScores(stored).filter(({ name }) => !name.endsWith("minutes"))
    .map((one) => line(stored, settings, one));
  await Deno.mkdir(directory, { recursive: true });
  await replaceFile(path, `${old.trimEnd()}\n${lines.join("\n")}\n`);
}

function line(
  { recipe, folds, commit }: StoredFolds,
  settings: string,
  { name, scores }: FoldScores,
) {
  const { accuracy, macroF1, jKappa, classes } = scores;
  const values = [accuracy, macroF1, jKappa, ...classes.map(({ f1 }) => f1)];
  const seed = name.slice(name.indexOf(", ") + 2).replace("seed ", "");
  return [recipe, settings, folds, seed, commit ?? "", ...values.map((one) => one.toFixed(3))].join(
    ",",
  );
}

import assert from "node:assert/strict";
import { join } from "node:path";
import { completeRecipe } from "lib/training/mod.ts";
import { noteFolds, triedFile } from "../../../../lib/tasks/helpers/folds/note_folds.ts";

Deno.test("noteFolds() adds what differs from the recipe and the scores of every seed and of all", async () => {
  const directory = await Deno.makeTempDir();
  const { config } = completeRecipe("cnn_by_patient");
  const predictions = {
    "101": { N: [8, 0, 0, 0], A: [1, 1, 0, 0], V: [0, 0, 2, 0], F: [0, 0, 1, 0] },
  };
  const stored = {
    recipe: "cnn_by_patient",
    config: { ...config, seed: 3, filters: [8, 8], dropout: 0.5 },
    folds: 8,
    source: { name: "made", synthetic: true },
    commit: "0123abc",
    seeds: [3, 4].map((seed) => ({ seed, predictions, later: predictions })),
    ensemble: predictions,
  };
  await noteFolds(directory, stored);
  await noteFolds(directory, { ...stored, config });
  const [head, ...lines] = (await Deno.readTextFile(join(directory, triedFile))).trimEnd().split(
    "\n",
  );
  assert.equal(
    head,
    "recipe,settings,folds,seed,commit,accuracy,macro-F1,j-kappa,F1 N,F1 S,F1 V,F1 F",
  );
  // 11 of 13 right; F1 of N 16/17, of S 2/3, of V 4/5, of F 0.
  const scores = "0.846,0.602";
  assert.ok(lines[0]!.startsWith(`cnn_by_patient,filters=8-8 dropout=0.5,8,3,0123abc,${scores},`));
  assert.ok(lines[0]!.endsWith(",0.941,0.667,0.800,0.000"));
  assert.ok(lines[2]!.startsWith("cnn_by_patient,filters=8-8 dropout=0.5,8,ensemble of 2 seeds,"));
  assert.ok(lines[3]!.startsWith("cnn_by_patient,,8,3,0123abc,"));
  assert.equal(lines.length, 6);
  await Deno.remove(directory, { recursive: true });
});

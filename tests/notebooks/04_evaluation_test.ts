import assert from "node:assert/strict";
import { join } from "node:path";
import { kaggleSplit } from "lib/beats/mod.ts";
import { readModelFolders } from "lib/evaluation/mod.ts";
import { readNotebook } from "lib/notebook/mod.ts";
import { assertConclusions } from "./conclusions.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

const root = join(import.meta.dirname!, "../..");
const folders = await readModelFolders(join(root, "models"));
const models = folders.filter(({ metrics }) => metrics?.split === kaggleSplit.name)
  .map((model) => {
    const { epochs, bestEpoch } = model.history;
    return { ...model, validated: epochs[bestEpoch - 1]!.valMacroF1 };
  });

/** The rule of the notebook: the defaults, the best of each family and the worst, on validation rows. */
const ranked = models.toSorted((a, b) => b.validated - a.validated);
const bestOf = (family: string) => ranked.find(({ config }) => config.family === family)!.name;
const names = new Set(["cnn", "rnn", bestOf("cnn"), bestOf("rnn"), ranked.at(-1)!.name]);
const chosen = models.filter(({ name }) => names.has(name));

for (const { name, metrics } of chosen) {
  Deno.test(`notebooks/04_evaluation.ipynb concludes what models/${name}/metrics.json says`, async () => {
    const { accuracy, macroF1, classes, rows, seeds } = metrics!;
    const { runs, mean, deviation } = seeds!;
    await assertConclusions("04_evaluation", [
      `on the ${rows.toLocaleString("en")} test rows`,
      `**${name}**: accuracy ${accuracy.toFixed(4)}, macro-F1 ${macroF1.toFixed(4)}; ` +
      (runs.length > 1
        ? `over ${runs.length} seeds ${mean.macroF1.toFixed(4)} ± ${deviation.macroF1.toFixed(4)}; `
        : "one seed; ") +
      `F1 of S ${classes[1]!.f1.toFixed(3)}, of F ${classes[3]!.f1.toFixed(3)}`,
    ]);
  });
}

Deno.test("notebooks/04_evaluation.ipynb has a row for each model and shows the five that its rule chooses", async () => {
  const { cells } = await readNotebook(join(root, "notebooks/04_evaluation.ipynb"));
  const textOf = (id: string) =>
    [cells.find((cell) => cell.id === id)!.outputs![0]!.data!["text/plain"]].flat().join("");
  for (const { name } of models) assert.match(textOf("models"), new RegExp(`\\b${name}\\b`));
  assert.equal(
    textOf("choose"),
    `Chosen: ${[...chosen].map(({ name }) => `**${name}**`).join(", ")}.`,
  );
  assert.ok(chosen.length <= 5);
});

Deno.test("notebooks/04_evaluation.ipynb concludes no number that it does not show", async () => {
  const runs = chosen.map(({ metrics }) => String(metrics!.seeds!.runs.length));
  await assertNumbersShown("04_evaluation", runs);
});

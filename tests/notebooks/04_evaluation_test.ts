import { join } from "node:path";
import { kaggleSplit } from "lib/beats/mod.ts";
import { readModelFolders } from "lib/evaluation/mod.ts";
import { assertConclusions } from "./conclusions.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

const folders = await readModelFolders(join(import.meta.dirname!, "../../models"));
const models = folders.filter(({ metrics }) => metrics?.split === kaggleSplit.name);

for (const { name, metrics } of models) {
  Deno.test(`notebooks/04_evaluation.ipynb concludes what models/${name}/metrics.json says`, async () => {
    const { accuracy, macroF1, classes, rows, seeds } = metrics!;
    const { runs, mean, deviation } = seeds!;
    const spread = (key: "accuracy" | "macroF1") =>
      `${mean[key].toFixed(4)} ± ${deviation[key].toFixed(4)}`;
    await assertConclusions("04_evaluation", [
      `on the ${rows.toLocaleString("en")} test rows`,
      `**${name}**: accuracy ${accuracy.toFixed(4)}, macro-F1 ${macroF1.toFixed(4)}; ` +
      (runs.length > 1
        ? `over ${runs.length} seeds ${spread("accuracy")} and ${spread("macroF1")}; `
        : "one seed; ") +
      `F1 of S ${classes[1]!.f1.toFixed(3)}, of F ${classes[3]!.f1.toFixed(3)}`,
    ]);
  });
}

Deno.test("notebooks/04_evaluation.ipynb concludes no number that it does not show", async () => {
  const known = models.flatMap(({ metrics }) => metrics!.classes.map(({ f1 }) => f1.toFixed(3)));
  const rows = models.flatMap(({ metrics }) =>
    metrics!.seeds!.runs.length > 1 ? [String(metrics!.seeds!.runs.length)] : []
  );
  await assertNumbersShown("04_evaluation", [...known, ...rows]);
});

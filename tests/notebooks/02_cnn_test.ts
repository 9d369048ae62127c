import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { classificationReport } from "lib/metrics/mod.ts";
import { assertConclusions } from "./conclusions.ts";

Deno.test("notebooks/02_cnn.ipynb concludes what models/cnn/metrics.json says", async () => {
  const { metrics } = await readModelFolder(join(import.meta.dirname!, "../../models/cnn"));
  const { accuracy, macroF1, classes, confusion, rows } = metrics!;
  const [n, s, v, f, q] = classes.map(({ f1 }) => f1.toFixed(3));
  const alwaysN = classificationReport(classes.map(({ support }) => [support, 0, 0, 0, 0]));
  await assertConclusions("02_cnn", [
    `on the ${rows.toLocaleString("en")} test rows`,
    `accuracy is ${accuracy.toFixed(3)} and its macro-F1 ${macroF1.toFixed(3)}`,
    `always answers N has ${alwaysN.accuracy.toFixed(3)} and ${alwaysN.macroF1.toFixed(3)}`,
    `N, V and Q are classified well (F1 ${n}, ${v} and ${q})`,
    `S (${s}) and F (${f}) are the hardest`,
    `of ${classes[1]!.support} S beats ${confusion[1]![0]} are misclassified as N`,
    `of ${classes[3]!.support} F beats ${confusion[3]![0]} as N and ${confusion[3]![2]} as V`,
  ]);
});

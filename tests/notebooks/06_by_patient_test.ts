import { join } from "node:path";
import { foldMeans, meanScores, readFolds, readModelFolder } from "lib/evaluation/mod.ts";
import { assertConclusions } from "./conclusions.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

const models = join(import.meta.dirname!, "../../models");

for (const name of ["cnn_by_patient", "rnn_by_patient"]) {
  Deno.test(`notebooks/06_by_patient.ipynb concludes what models/${name} and its folds say`, async () => {
    const { metrics } = await readModelFolder(join(models, name));
    const runs = metrics!.seeds!.runs.map(({ patients }) => patients!);
    const text = ({ mean, deviation }: { mean: number; deviation: number }) =>
      `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`;
    const { macroF1, jKappa, f1 } = meanScores(runs);
    const { scores: folds } = foldMeans((await readFolds(models, name))!);
    await assertConclusions("06_by_patient", [
      `**${name}**, means of ${runs.length} seeds on DS2: macro-F1 ${text(macroF1)}, F1 of S ` +
      `${text(f1.S!)}, of V ${text(f1.V!)}, of F ${text(f1.F!)}, j-kappa ${text(jKappa)}; ` +
      `by folds in DS1 macro-F1 ${text(folds.macroF1)}, F1 of S ${text(folds.f1.S!)}, ` +
      `of V ${text(folds.f1.V!)}, j-kappa ${text(folds.jKappa)}`,
    ]);
  });
}

Deno.test("notebooks/06_by_patient.ipynb concludes no number that it does not show", async () => {
  await assertNumbersShown("06_by_patient", ["208"]); // a record of DS1, by its name
});

import assert from "node:assert/strict";
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

Deno.test("notebooks/06_by_patient.ipynb says where the CNN's seeds lie beside other results", async () => {
  const { metrics } = await readModelFolder(join(models, "cnn_by_patient"));
  const runs = metrics!.seeds!.runs.map(({ patients }) => patients!);
  const best = Math.max(...runs.map(({ macroF1 }) => macroF1));
  const [low, high] = [Math.min, Math.max].map((of) => of(...runs.map(({ jKappa }) => jKappa)));
  const mean = meanScores(runs);
  assert.ok(best < 0.69 && mean.macroF1.mean < 0.69);
  assert.ok(low! < 0.77 && high! > 0.77 && mean.jKappa.mean < 0.77);
  await assertConclusions("06_by_patient", [
    "macro-F1 of about .69 and a j-kappa of .77. The mean over the CNN's seeds reaches neither",
    `best seed's macro-F1 of ${best.toFixed(3)} does not reach the former`,
    `on either side of the latter, from ${low!.toFixed(3)} to ${high!.toFixed(3)}`,
  ]);
});

Deno.test("notebooks/06_by_patient.ipynb lists as no gain what the folds say is none", async () => {
  const log = await Deno.readTextFile(join(models, "folds/tried.csv"));
  const scores = new Map(
    log.trimEnd().split("\n").slice(1).map((line) => line.split(","))
      .map((values) => [`${values[0]} ${values[1]}`, Number(values[6])]),
  );
  const common = "cnn_by_patient normalization=false";
  const tried = {
    "a dropout of 0.5": `${common} dropout=0.5`,
    "noise": "cnn_by_patient noise=0.05 normalization=false",
    "label smoothing": "cnn_by_patient labelSmoothing=0.05 normalization=false",
    "a narrow layer after the convolutions": `${common} viewUnits=4`,
    "or a third convolution with wider pooling":
      "cnn_by_patient filters=16-32-32 kernels=5-3-3 pool=3 normalization=false",
  };
  for (const settings of Object.values(tried)) {
    assert.ok(scores.get(settings)! < scores.get(common)!, settings);
  }
  const names = Object.keys(tried).join(", ");
  await assertConclusions("06_by_patient", [`no gain in macro-F1 from ${names}.`]);
});

Deno.test("notebooks/06_by_patient.ipynb concludes no number that it does not show", async () => {
  await assertNumbersShown("06_by_patient", ["208"]); // a record of DS1, by its name
});

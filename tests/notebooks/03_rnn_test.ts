import { join } from "node:path";
import { readModelFolders } from "lib/evaluation/mod.ts";
import { assertConclusions } from "./conclusions.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

const root = join(import.meta.dirname!, "../..");
const trainings = await readModelFolders(join(root, "notebooks/trainings"));
const models = await readModelFolders(join(root, "models"));

for (const { name, config, history } of trainings) {
  Deno.test(`notebooks/03_rnn.ipynb concludes what trainings/${name} says`, async () => {
    const { valAccuracy, valMacroF1 } = history.epochs[history.bestEpoch - 1]!;
    await assertConclusions("03_rnn", [
      `${config.rows.toLocaleString("en")} rows`,
      `**${name}**: accuracy ${valAccuracy.toFixed(3)}, macro-F1 ${valMacroF1.toFixed(3)}`,
    ]);
  });
}

for (const { metrics } of models.filter(({ name }) => name === "rnn")) {
  Deno.test("notebooks/03_rnn.ipynb concludes what models/rnn/metrics.json says", async () => {
    const { accuracy, macroF1, classes, confusion, rows } = metrics!;
    const [n, s, v, f, q] = classes.map(({ f1 }) => f1.toFixed(3));
    await assertConclusions("03_rnn", [
      `on the ${rows.toLocaleString("en")} test rows`,
      `accuracy is ${accuracy.toFixed(3)} and its macro-F1 ${macroF1.toFixed(3)}`,
      `F1 N ${n}, S ${s}, V ${v}, F ${f}, Q ${q}`,
      `of ${classes[1]!.support} S beats ${confusion[1]![0]} are misclassified as N`,
    ]);
  });
}

Deno.test("notebooks/03_rnn.ipynb concludes no number that it does not show", async () => {
  const ofTrainings = trainings.flatMap((
    { config, history },
  ) => [config.rows, history.epochs.length]);
  const ofModel = models.filter(({ name }) => name === "rnn").flatMap(({ metrics }) => {
    const { accuracy, macroF1, classes, confusion, rows } = metrics!;
    const scores = [accuracy, macroF1, ...classes.map(({ f1 }) => f1)];
    return [
      ...scores.map((score) => score.toFixed(3)),
      rows,
      classes[1]!.support,
      confusion[1]![0]!,
    ];
  });
  const known = [...ofTrainings, ...ofModel].map(String);
  await assertNumbersShown("03_rnn", known);
});

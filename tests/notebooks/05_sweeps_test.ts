import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { readNotebook } from "lib/notebook/mod.ts";
import {
  parameterColumns,
  parameterImportance,
  readStoredSweep,
  type StoredSweep,
  sweepResults,
} from "lib/sweeps/mod.ts";
import { assertConclusions } from "./conclusions.ts";

const root = join(import.meta.dirname!, "../..");
const percent = (share: number) => `${Math.round(100 * share)} %`;

for (const name of ["grid", "cnn_bayes", "rnn_bayes"]) {
  Deno.test(`notebooks/05_sweeps.ipynb concludes what sweeps/results has of ${name}`, async () => {
    const sweep = readStoredSweep(join(root, "sweeps/results", name));
    const statements = sweep ? statementsOf(sweep) : ["has not been run yet"];
    await assertConclusions("05_sweeps", [
      `\`${name}\`${sweep ? ":" : ""} ${statements.join(" ")}`,
    ]);
  });
}

Deno.test("notebooks/05_sweeps.ipynb concludes what the best configurations reach on the test rows", async () => {
  const families = ["cnn", "rnn"]
    .filter((name) => existsSync(join(root, `models/${name}_swept/metrics.json`)));
  const scores = async (model: string) => {
    const { metrics } = await readModelFolder(join(root, "models", model));
    return `${metrics!.accuracy.toFixed(3)} and macro-F1 ${metrics!.macroF1.toFixed(3)}`;
  };
  const statements = await Promise.all(
    families.map(async (name) =>
      `The best configuration of the \`${name}\` sweep has accuracy ${await scores(
        `${name}_swept`,
      )} ` +
      `on the test rows, the default one ${await scores(name)}`
    ),
  );
  const notYet = "No best configuration has been trained on all rows yet";
  await assertConclusions("05_sweeps", families.length > 0 ? statements : [notYet]);
});

Deno.test("notebooks/05_sweeps.ipynb shows Bayesian search ahead of random search", async () => {
  const { cells } = await readNotebook(join(root, "notebooks/05_sweeps.ipynb"));
  const { data } = cells.find(({ id }) => id === "course")!.outputs![0]!.data![
    "application/vnd.plotly.v1+json"
  ] as { data: { name: string; y: number[] }[] };
  const last = (name: string) => data.find((trace) => trace.name === name)!.y.at(-1)!;
  assert.ok(last("bayes") < last("random"), `${last("bayes")} against ${last("random")}`);
  await assertConclusions("05_sweeps", ["closer to the bottom than random search"]);
});

/** What is to be said of a sweep, in this order. */
function statementsOf(sweep: StoredSweep): string[] {
  const results = sweepResults(sweep);
  const stopped = results.filter(({ stoppedEarly }) => stoppedEarly).length;
  const rows = sweep.facts.training!.rows!.toLocaleString("en");
  const columns = parameterColumns(sweep.config, results);
  const [first] = parameterImportance(columns, results.map(({ best }) => best));
  return [
    `${results.length} runs on ${rows} rows, ${stopped} of them stopped early;`,
    `the best has a val_loss of ${sweep.best!.value.toFixed(3)}.`,
    `${first!.name} alone accounts for ${percent(first!.share)} of the differences between runs, ` +
    `where chance would give ${percent(first!.byChance)}`,
  ];
}

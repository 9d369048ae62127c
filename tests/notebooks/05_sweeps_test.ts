import assert from "node:assert/strict";
import { join } from "node:path";
import { type ModelFolder, readModelFolder } from "lib/evaluation/mod.ts";
import { readNotebook } from "lib/notebook/mod.ts";
import {
  parameterColumns,
  parameterImportance,
  rankCorrelation,
  readStoredSweep,
  type StoredSweep,
  sweepResults,
} from "lib/sweeps/mod.ts";
import { assertConclusions } from "./conclusions.ts";

const root = join(import.meta.dirname!, "../..");
const percent = (share: number) => `${Math.round(100 * share)} %`;
const stored = (name: string) => readStoredSweep(join(root, "sweeps/results", name))!;
const searches = ["cnn_search", "rnn_search"].filter((name) => stored(name));

for (const name of ["cnn_bayes", "rnn_bayes", ...searches]) {
  Deno.test(`notebooks/05_sweeps.ipynb concludes what sweeps/results has of ${name}`, async () => {
    await assertConclusions("05_sweeps", [`\`${name}\`: ${statementsOf(stored(name)).join(" ")}`]);
  });
}

Deno.test("notebooks/05_sweeps.ipynb concludes what the best of the first sweeps reach on the test rows", async () => {
  for (const family of ["cnn", "rnn"]) {
    const best = await scores(`sweeps/results/${family}_bayes/best`);
    await assertConclusions("05_sweeps", [
      `The best setting of \`${family}_bayes\` has accuracy ${best} on the test rows, the default one ` +
      `${await scores(`models/${family}`)}`,
    ]);
  }
});

Deno.test("notebooks/05_sweeps.ipynb concludes how far the searches' order holds on all rows", async () => {
  for (const name of searches) {
    const { full, ...sweep } = stored(name);
    const results = sweepResults(sweep);
    const ofSeed0 = full.filter(({ seed }) => seed === 0);
    if (ofSeed0.length < 8) {
      const open = `whether the order of \`${name}\` holds on all rows has not been measured yet`;
      await assertConclusions("05_sweeps", [open]);
      continue;
    }
    const losses = ofSeed0.map(({ run }) => results.find((result) => result.run === run)!.best);
    const inScores = rankCorrelation(
      losses.map((loss) => -loss),
      ofSeed0.map(({ valMacroF1 }) => valMacroF1),
    );
    const inLosses = rankCorrelation(losses, ofSeed0.map(({ valTemperedLoss }) => valTemperedLoss));
    assert.equal(new Set(ofSeed0.map(({ rows, epochs }) => `${rows} ${epochs}`)).size, 1);
    await assertConclusions("05_sweeps", [
      `${ofSeed0.length} settings of \`${name}\` were trained on all rows as well: the loss of their trials has a ` +
      `rank correlation of ${inScores.toFixed(2)} with macro-F1 there, and of ${
        inLosses.toFixed(2)
      } with the loss`,
    ]);
  }
});

Deno.test("notebooks/05_sweeps.ipynb concludes what a lower rate and limited gradients do", async () => {
  const results = sweepResults(stored("rnn_repair"));
  const [high, low] = [
    ...new Set(results.map(({ parameters }) => Number(parameters.learning_rate))),
  ]
    .sort((a, b) => b - a);
  const course = (rate: number, norm: number) =>
    results.find(({ parameters: { learning_rate, clip_norm } }) =>
      Number(learning_rate) === rate && Number(clip_norm) === norm
    )!.metric.map((loss) => loss.toFixed(3)).join(" and ");
  await assertConclusions("05_sweeps", [
    `at the searched rate the validation loss is ${
      course(high!, 0)
    } after the first two epochs on all rows, ` +
    `with limited gradients ${course(high!, 1)}; at a quarter of the rate ${
      course(low!, 0)
    } without a limit and ` +
    `${course(low!, 1)} with it`,
  ]);
});

Deno.test("notebooks/05_sweeps.ipynb concludes what the swept networks reach on the test rows", async () => {
  for (const name of searches) {
    const model = name.replace("search", "swept");
    const [swept, base] = await Promise.all(
      [model, name.split("_")[0]!].map((one) => readModelFolder(join(root, "models", one))),
    );
    const mean = ({ metrics }: ModelFolder) => metrics!.seeds!.mean;
    assert.ok(swept!.metrics!.seeds!.runs.length >= 3);
    await assertConclusions("05_sweeps", [
      `\`${model}\` reaches accuracy ${mean(swept!).accuracy.toFixed(4)} and macro-F1 ` +
      `${mean(swept!).macroF1.toFixed(4)}, means of three seeds, the default one ` +
      `${mean(base!).accuracy.toFixed(4)} and ${mean(base!).macroF1.toFixed(4)}`,
    ]);
  }
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

async function scores(folder: string): Promise<string> {
  const { metrics } = await readModelFolder(join(root, folder));
  return `${metrics!.accuracy.toFixed(3)} and macro-F1 ${metrics!.macroF1.toFixed(3)}`;
}

/** What is to be said of a sweep, in this order. */
function statementsOf(sweep: StoredSweep): string[] {
  const results = sweepResults(sweep);
  const stopped = results.filter(({ stoppedEarly }) => stoppedEarly).length;
  const rows = sweep.facts.training!.rows!.toLocaleString("en");
  const columns = parameterColumns(sweep.config, results);
  const [first] = parameterImportance(columns, results.map(({ best }) => best));
  return [
    `${results.length} runs on ${rows} rows, ${stopped} of them stopped early;`,
    `the best has a ${sweep.config.metric!.name} of ${sweep.best!.value.toFixed(3)}.`,
    `${first!.name} alone accounts for ${percent(first!.share)} of the differences between runs, ` +
    `where chance would give ${percent(first!.byChance)}`,
  ];
}

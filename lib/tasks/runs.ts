// deno task runs [RUN ...] [--in DIR] [--metric NAME] [--plot FILE.png] [--page]: past runs of this machine.
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { figurePng } from "lib/figures/mod.ts";
import { replaceFile } from "lib/files/mod.ts";
import { bestValue, findPastRuns, type PastRun } from "./helpers/runs/past_runs.ts";
import { pastRunsPage } from "./helpers/runs/past_runs_page.ts";
import { runsFigure } from "./helpers/runs/runs_figure.ts";
import { chosenMetric, comparisonTable, runsTable } from "./helpers/runs/runs_table.ts";

const usage = `Usage: deno task runs [RUN ...] [--in DIR] [--metric NAME] [--plot FILE.png]
                       [--page] [--out FILE.html]
  lists all runs, or compares those named; --plot draws their metric
  --page    puts them on one page, with figures and curves; --out names it (results/runs.html)
  --in      the folder to search (runs); sweeps/results has stored sweeps`;

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\n${usage}`);
    Deno.exit(2);
  });
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: "string", default: Deno.env.get("ECG_RUNS") ?? "runs" },
      metric: { type: "string" },
      plot: { type: "string" },
      page: { type: "boolean", default: false },
      out: { type: "string", default: join("results", "runs.html") },
    },
  });
  const all = findIn(values.in);
  const runs = positionals.length > 0 ? positionals.map((name) => oneOf(all, name)) : all;
  const metric = chosenMetric(runs, values.metric);
  console.log((positionals.length > 0 ? comparisonTable : runsTable)(runs, metric));
  if (values.page) await writePage(values.out, await pastRunsPage(runs, metric));
  if (!values.plot) return;
  const drawn = runs.filter((run) => Number.isFinite(bestValue(run, metric)));
  await Deno.writeFile(values.plot, await figurePng(runsFigure(drawn, metric)));
  console.log(`${metric} of ${drawn.length} runs is plotted in ${values.plot}`);
}

async function writePage(path: string, html: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await replaceFile(path, html);
  console.log(`The page of these runs: ${pathToFileURL(resolve(path)).href}`);
}

function findIn(directory: string): PastRun[] {
  try {
    return findPastRuns(directory);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Error(`There is no folder ${directory}; name another with --in.`);
  }
}

/** A run by its identifier or a unique prefix of it. */
function oneOf(runs: readonly PastRun[], name: string): PastRun {
  const found = runs.filter((run) => run.id.startsWith(name));
  const [run] = found.length === 1 ? found : found.filter(({ id }) => id === name);
  if (run) return run;
  throw new Error(`${found.length || "No"} runs have an identifier that begins with "${name}".`);
}

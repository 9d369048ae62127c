// deno task notebooks [NAME ...] [[--quick] --out DIR | [--quick] --times N]: executes notebooks and stores
// them with their outputs, in place or as copies with HTML pages in DIR; with --times N it executes each N
// times, stores nothing and reports lost outputs. --quick takes few rows and epochs and stores nothing in
// place. NAME is a file in notebooks/, with or without its extension; all of them by default.
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  executeNotebook,
  renderNotebook,
  repeatNotebook,
  writeNotebook,
} from "lib/notebook/mod.ts";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";
import { readNotebooksArguments } from "./helpers/notebooks_arguments.ts";
import { requireSameCells } from "./helpers/require_same_cells.ts";

const paths = setupPaths(dirname(dirname(import.meta.dirname!)));
const folder = join(paths.root, "notebooks");
const { names, quick, out, times } = readArguments();
const stop = new AbortController();
const signals = Deno.build.os === "windows" ? ["SIGINT"] as const : ["SIGINT", "SIGTERM"] as const;
signals.forEach((signal) => Deno.addSignalListener(signal, () => stop.abort()));
const environment = jupyterEnvironment(paths);
const jupyter = { python: paths.python, environment, signal: stop.signal };

let failed = 0;
for (const name of names) {
  if (stop.signal.aborted) break;
  const start = performance.now();
  console.log(`${name}${quick ? " (quick)" : ""} ...`);
  try {
    if (times !== undefined) {
      await repeat(name, times);
      continue;
    }
    const notebook = await executeNotebook(join(folder, `${name}.ipynb`), { ...jupyter, quick });
    const stored = join(out ?? folder, `${name}.ipynb`);
    await mkdir(dirname(stored), { recursive: true });
    if (out === undefined) await requireSameCells(stored, notebook);
    await writeNotebook(stored, notebook);
    if (out !== undefined) await renderNotebook(stored, jupyter);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${name}: ${notebook.cells.length} cells in ${seconds} s, stored in ${stored}`);
  } catch (error) {
    failed++;
    console.error(`${(error as Error).message}\n`);
  }
}
if (failed > 0) {
  console.error(`${failed} of ${names.length} notebooks failed and were not changed.`);
}
Deno.exit(failed > 0 ? 1 : 0);

async function repeat(name: string, times: number): Promise<void> {
  const path = join(folder, `${name}.ipynb`);
  const { outputs, faults } = await repeatNotebook(path, { ...jupyter, quick, times });
  const counted = `${name}: executed ${times} times, ${faults.length} with a fault`;
  if (faults.length > 0) throw new Error([`${counted}:`, ...faults].join("\n"));
  console.log(`${counted}; none of ${outputs} outputs was lost`);
}

function readArguments() {
  try {
    return readNotebooksArguments(Deno.args, { folder });
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(2);
  }
}

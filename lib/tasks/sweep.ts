// deno task sweep FILE ...: runs a W&B sweep on this machine, or stores the results of one.
import { requireRegularFile } from "lib/files/mod.ts";
import { parseConfiguration, runSweep, showSweep, type SweepStatus } from "lib/sweeps/mod.ts";
import { createSweep, randomId } from "lib/wandb/mod.ts";
import { keepSweepPage } from "./helpers/sweep/keep_sweep_page.ts";
import { liveServer } from "./helpers/sweep/live_server.ts";
import { printWhileRead } from "./helpers/sweep/print_while_read.ts";
import { stopSignals } from "./helpers/sweep/stop_signals.ts";
import { storeFull, storeResults } from "./helpers/sweep/store_results.ts";
import {
  type SweepArguments,
  sweepArguments,
  sweepUsage,
} from "./helpers/sweep/sweep_arguments.ts";
import { defaultCommand, endingWords } from "./helpers/sweep/sweep_words.ts";

if (import.meta.main) {
  const code = await main(readArguments()).catch((error) => console.error(error.message));
  Deno.exit(code ?? 2);
}

function readArguments(): SweepArguments {
  try {
    return sweepArguments(Deno.args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\nUsage: ${sweepUsage}`);
    Deno.exit(2);
  }
}

async function main({ path, store, full, ...options }: SweepArguments): Promise<number> {
  if (store) console.log(await storeResults(path, options.directory));
  if (full.length > 0) console.log(await storeFull(path, full));
  if (store || full.length > 0) return 0;
  const configuration = await requireRegularFile(path).then(() => Deno.readTextFile(path)).catch(
    (error) => {
      throw new Error(`Cannot read the sweep file ${path}: ${error.message}`);
    },
  );
  const { config, warnings } = parseConfiguration(configuration);
  warnings.forEach((warning) => console.error(`Warning: ${warning}`));
  const environment = Deno.env.toObject();
  const server = liveServer(environment, (message) => console.error(message));
  const { project = environment.WANDB_PROJECT ?? "uncategorized", entity } = config;
  const makeId = server &&
    (() =>
      createSweep(server, { configuration, project, entity }).catch((error) => {
        console.error(`${error.message}; trials keep their runs in folders.`);
        return randomId();
      }));
  const { interrupt, kill } = stopSignals();
  const terminal = Deno.stdout.isTerminal() ? Deno.consoleSize : undefined;
  const page = keepSweepPage({
    say: (address) => printWhileRead(`The page of this sweep: ${address}\n`),
    warn: (message) => console.error(message),
  });
  const show = showSweep({ terminal, write: printWhileRead });
  const onChange = (status: SweepStatus) => [page.onChange, show].forEach((tell) => tell(status));
  const how = { ...options, defaultCommand, server, makeId, interrupt, kill, onChange };
  const status = await runSweep(configuration, how);
  await page.end(status);
  console.log(`${terminal ? "\n" : ""}${endingWords(status, path)}`);
  return interrupt.aborted ? 130 : status.runs.every(({ state }) => state === "failed") ? 1 : 0;
}

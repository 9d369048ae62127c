// deno task sweep FILE ...: runs a W&B sweep on this machine, or stores what came of one.
import { basename, extname, join } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";
import { parseConfiguration, readSweep, runSweep, showSweep, storeSweep } from "lib/sweeps/mod.ts";
import type { SweepStatus } from "lib/sweeps/mod.ts";
import { createSweep, findServer, randomId } from "lib/wandb/mod.ts";
import { keepSweepPage } from "./helpers/sweep/keep_sweep_page.ts";
import {
  type SweepArguments,
  sweepArguments,
  sweepUsage,
} from "./helpers/sweep/sweep_arguments.ts";
import { sweepFacts } from "./helpers/sweep/sweep_facts.ts";
import { bestWords, defaultCommand, endingWords } from "./helpers/sweep/sweep_words.ts";

if (import.meta.main) {
  const code = await main(readArguments()).catch((error) => console.error(error.message));
  Deno.exit(code ?? 2);
}

function readArguments(): SweepArguments {
  try {
    return sweepArguments(Deno.args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\nUse: ${sweepUsage}`);
    Deno.exit(2);
  }
}

async function main({ path, store, ...options }: SweepArguments): Promise<number> {
  if (store) return storeResults(path, options.directory);
  const configuration = await requireRegularFile(path).then(() => Deno.readTextFile(path)).catch(
    (error) => {
      throw new Error(`Cannot read the sweep file ${path}: ${error.message}`);
    },
  );
  const { config, warnings } = parseConfiguration(configuration);
  warnings.forEach((warning) => console.error(`Warning: ${warning}`));
  const environment = Deno.env.toObject();
  // A sweep stays here unless this very environment names a key; `wandb login` alone is no wish.
  const live = environment.WANDB_API_KEY && environment.WANDB_MODE !== "offline";
  const server = live ? findServer(environment) : undefined;
  if (live && !server) {
    console.error(
      "WANDB_API_KEY is set, but no server is known: trials keep their runs in folders. Name it in " +
        "WANDB_BASE_URL, or install W&B's client.",
    );
  }
  const { project = environment.WANDB_PROJECT ?? "uncategorized", entity } = config;
  const makeId = server &&
    (() =>
      createSweep(server, { configuration, project, entity }).catch((error) => {
        console.error(`${error.message}; trials keep their runs in folders.`);
        return randomId();
      }));
  const { interrupt, kill } = signals();
  const terminal = Deno.stdout.isTerminal() ? Deno.consoleSize : undefined;
  const page = keepSweepPage({
    say: (address) => print(`The page of this sweep: ${address}\n`),
    warn: (message) => console.error(message),
  });
  const show = showSweep({ terminal, write: print });
  const onChange = (status: SweepStatus) => [page.onChange, show].forEach((tell) => tell(status));
  const how = { ...options, defaultCommand, server, makeId, interrupt, kill, onChange };
  const status = await runSweep(configuration, how);
  await page.end(status);
  console.log(`${terminal ? "\n" : ""}${endingWords(status, path)}`);
  return interrupt.aborted ? 130 : status.runs.every(({ state }) => state === "failed") ? 1 : 0;
}

async function storeResults(path: string, directory: string): Promise<number> {
  const sweep = readSweep(join(directory, "journal.jsonl"));
  const target = join("sweeps", "results", basename(path, extname(path)));
  await storeSweep(directory, target, { facts: sweepFacts(directory, sweep) });
  console.log(
    [`${sweep.runs.length} runs stored in ${target}`, ...bestWords(sweep, directory)].join("\n"),
  );
  return 0;
}

/** The first Ctrl-C, or the end of the terminal, lets trials end, the second ends them at once. */
function signals() {
  const [interrupt, kill] = [new AbortController(), new AbortController()];
  const listener = () => (interrupt.signal.aborted ? kill : interrupt).abort();
  (["SIGINT", "SIGTERM", "SIGHUP"] as const).forEach((name) =>
    Deno.addSignalListener(name, listener)
  );
  return { interrupt: interrupt.signal, kill: kill.signal };
}

function print(text: string): void {
  try {
    Deno.stdout.writeSync(new TextEncoder().encode(text));
  } catch (error) {
    // Nobody reads it any more: no reason to end the sweep.
    if ((error as { code?: string }).code !== "EPIPE") throw error;
  }
}

// deno task sweep FILE ...: runs a W&B sweep on this machine.
import { parseConfiguration, runSweep, showSweep, type SweepStatus } from "lib/sweeps/mod.ts";
import { createSweep, findServer, randomId } from "lib/wandb/mod.ts";
import { sweepArguments, sweepUsage } from "./sweep_arguments.ts";

if (import.meta.main) {
  const code = await main().catch((error) =>
    console.error(`${error.message}\n\nUse: ${sweepUsage}`)
  );
  Deno.exit(code ?? 2);
}

async function main(): Promise<number> {
  const { path, ...options } = sweepArguments(Deno.args);
  const configuration = await Deno.readTextFile(path);
  const { config, warnings } = parseConfiguration(configuration);
  warnings.forEach((warning) => console.error(`Warning: ${warning}`));
  const environment = Deno.env.toObject();
  // A sweep stays here unless this very environment names a key; `wandb login` alone is no wish.
  const live = environment.WANDB_API_KEY && environment.WANDB_MODE !== "offline";
  const server = live ? findServer(environment) : undefined;
  const { project = environment.WANDB_PROJECT ?? "uncategorized", entity } = config;
  const makeId = server &&
    (() =>
      createSweep(server, { configuration, project, entity }).catch((error) => {
        console.error(`${error.message}; trials keep their runs in folders.`);
        return randomId();
      }));
  const { interrupt, kill } = signals();
  const terminal = Deno.stdout.isTerminal() ? Deno.consoleSize : undefined;
  const status = await runSweep(configuration, {
    ...options,
    defaultCommand: ["${env}", "deno", "task", "train", "cnn", "${args}"],
    server,
    makeId,
    interrupt,
    kill,
    onChange: showSweep({ terminal, write: print }),
  });
  console.log(`${terminal ? "\n" : ""}${lastWords(status, path)}`);
  return interrupt.aborted ? 130 : status.ending?.includes("trials failed") ? 1 : 0;
}

/** The first Ctrl-C lets trials end, the second ends them at once. */
function signals() {
  const [interrupt, kill] = [new AbortController(), new AbortController()];
  const listener = () => (interrupt.signal.aborted ? kill : interrupt).abort();
  (["SIGINT", "SIGTERM"] as const).forEach((name) => Deno.addSignalListener(name, listener));
  return { interrupt: interrupt.signal, kill: kill.signal };
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

function lastWords(status: SweepStatus, path: string): string {
  const { ending, best, directory, config, runs } = status;
  const found = best ? `; best ${config.metric?.name}: ${best.value} in run ${best.run.id}` : "";
  const failed = runs.findLast((run) => run.state === "failed");
  const console = failed ? ` A failed trial's console: trials/${failed.id}/console.log.` : "";
  const next = ` Go on with: deno task sweep ${path} --dir ${directory} --resume`;
  const words = `${ending}: ${runs.length} runs in ${directory}${found}.${console}`;
  return words + (ending === "interrupted" ? next : "");
}

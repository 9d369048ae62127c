// deno run -A lib/setup/task.ts NAME ...: makes sure that set-up is done, then runs lib/tasks/NAME.ts.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runTask } from "./run_task.ts";
import { setUp } from "./set_up.ts";
import { SetupError } from "./setup_error.ts";

const root = dirname(dirname(import.meta.dirname!));
const [name, ...taskArguments] = Deno.args;
const names = taskNames();

if (name === undefined || !names.includes(name)) {
  console.error(`There is no task "${name ?? ""}"; there are: ${names.join(", ")}.`);
  Deno.exit(2);
}

const interrupted = new AbortController();
const interrupt = () => interrupted.abort();
Deno.addSignalListener("SIGINT", interrupt);
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", interrupt);
try {
  await setUp(root, { signal: interrupted.signal });
} catch (error) {
  if (interrupted.signal.aborted) {
    console.error("Set-up was interrupted; the next task completes it.");
    Deno.exit(130);
  }
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  Deno.exit(1);
}
Deno.removeSignalListener("SIGINT", interrupt);
if (Deno.build.os !== "windows") Deno.removeSignalListener("SIGTERM", interrupt);

Deno.exit(await runTask(root, name, { arguments: taskArguments }));

/** The tasks of deno.json that this program runs. */
function taskNames(): string[] {
  const { tasks } = JSON.parse(readFileSync(join(root, "deno.json"), "utf8"));
  return Object.values(tasks as Record<string, string>)
    .map((command) => command.match(/lib\/setup\/task\.ts (\w+)/)?.[1])
    .filter((name) => name !== undefined);
}

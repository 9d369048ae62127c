import { join } from "node:path";

/**
 * Runs the program `lib/tasks/NAME.ts` in the checkout `root`, hands signals on to it and returns
 * its exit code.
 */
export async function runTask(
  root: string,
  name: string,
  options: { arguments: string[] },
): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(root, "lib", "tasks", `${name}.ts`), ...options.arguments],
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  const stopListening = handSignalsOn(child);
  const status = await child.status;
  stopListening();
  return status.code;
}

function handSignalsOn(child: Deno.ChildProcess): () => void {
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  const listeners = signals.map((signal) => {
    const listener = () => {
      // A terminal sends Ctrl-C to the child as well; twice would mean "at once, unsaved".
      if (signal === "SIGINT" && Deno.stdin.isTerminal()) return;
      try {
        child.kill(signal);
      } catch {
        // It ended meanwhile.
      }
    };
    Deno.addSignalListener(signal, listener);
    return () => Deno.removeSignalListener(signal, listener);
  });
  return () => listeners.forEach((stop) => stop());
}

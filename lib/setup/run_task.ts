import { join } from "node:path";
import { handSignalsOn } from "./child_status.ts";

/**
 * Runs the program `lib/tasks/NAME.ts` in the checkout `root`, passes signals on to it and returns
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

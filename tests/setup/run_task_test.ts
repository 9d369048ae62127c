import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "lib/setup/run_task.ts";
import { makeCheckout, writeFile } from "./checkout.ts";
import { signalled, waitingProgram } from "./signalled.ts";

const main = join(import.meta.dirname!, "..", "..");

Deno.test("runTask() hands arguments on and returns the exit code", async () => {
  const { root } = makeCheckout();
  writeFile(
    join(root, "lib/tasks/add.ts"),
    "Deno.exit(Number(Deno.args[0]) + Number(Deno.args[1]))",
  );
  assert.equal(await runTask(root, "add", { arguments: ["3", "4"] }), 7);
});

Deno.test("runTask() hands SIGINT and SIGTERM on and waits for the task to end", {
  ignore: Deno.build.os === "windows",
}, async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { root } = makeCheckout();
    writeFile(join(root, "lib/tasks/wait.ts"), waitingProgram);
    const { code } = await signalled(
      signal,
      `import { runTask } from "${main}/lib/setup/run_task.ts";
      Deno.exit(await runTask("${root}", "wait", { arguments: [] }));`,
    );
    assert.equal(code, 9, signal);
  }
});

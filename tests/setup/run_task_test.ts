import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "lib/setup/run_task.ts";
import { makeCheckout, writeFile } from "./checkout.ts";

const main = join(import.meta.dirname!, "..", "..");

Deno.test("runTask() hands arguments on and returns the exit code", async () => {
  const { root } = makeCheckout();
  writeFile(
    join(root, "lib/tasks/add.ts"),
    "Deno.exit(Number(Deno.args[0]) + Number(Deno.args[1]))",
  );
  assert.equal(await runTask(root, "add", { arguments: ["3", "4"] }), 7);
});

Deno.test("childStatus() hands SIGTERM on and ends this program after that one", {
  ignore: Deno.build.os === "windows",
}, async () => {
  const { root } = makeCheckout();
  const path = join(root, "wait.ts");
  writeFile(
    path,
    `Deno.addSignalListener("SIGTERM", () => setTimeout(() => Deno.exit(9), 50));
     console.log("waiting");
     setTimeout(() => {}, 60_000);`,
  );
  const program = `import { childStatus } from "${main}/lib/setup/child_status.ts";
    await childStatus(new Deno.Command("${Deno.execPath()}", { args: ["run", "${path}"] }).spawn());
    console.log("goes on");`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill("SIGTERM");
  assert.equal((await child.status).code, 9);
  assert.ok((await reader.read()).done, "it went on");
});

Deno.test("runTask() hands SIGINT and SIGTERM on and waits for the task to end", {
  ignore: Deno.build.os === "windows",
}, async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { root } = makeCheckout();
    writeFile(
      join(root, "lib/tasks/wait.ts"),
      `Deno.addSignalListener("${signal}", () => setTimeout(() => Deno.exit(9), 50));
       console.log("waiting");
       setTimeout(() => {}, 60_000);`,
    );
    const program = `import { runTask } from "${main}/lib/setup/run_task.ts";
      Deno.exit(await runTask("${root}", "wait", { arguments: [] }));`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["eval", program],
      stdin: "null",
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    child.kill(signal);
    assert.equal((await child.status).code, 9, signal);
    await reader.cancel();
  }
});

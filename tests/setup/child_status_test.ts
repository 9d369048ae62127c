import assert from "node:assert/strict";
import { join } from "node:path";
import { signalled, waitingProgram } from "./signalled.ts";

const main = join(import.meta.dirname!, "..", "..");
const program = (path: string) =>
  `import { childStatus } from "${main}/lib/setup/child_status.ts";
  const command = new Deno.Command("${Deno.execPath()}", { args: ["run", "${path}"] });
  const { code } = await childStatus(command.spawn());
  console.log("goes on after " + code);`;

Deno.test("childStatus() hands a signal on and ends this program after that one", {
  ignore: Deno.build.os === "windows",
}, async () => {
  const path = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(path, waitingProgram);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    assert.deepEqual(await signalled(signal, program(path)), { code: 9, printedAfter: "" });
  }
  await Deno.remove(path);
});

Deno.test("childStatus() gives the code of a program that ends by itself", async () => {
  const path = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(path, "Deno.exit(7);");
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["eval", program(path)] })
    .output();
  assert.equal(new TextDecoder().decode(stdout), "goes on after 7\n");
  await Deno.remove(path);
});

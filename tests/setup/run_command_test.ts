import assert from "node:assert/strict";
import { runCommand } from "lib/setup/run_command.ts";

const deno = (program: string) => [Deno.execPath(), "eval", program];

Deno.test("runCommand() gives the exit code and what was printed to both streams", async () => {
  const command = deno('console.log("out"); console.error("err"); Deno.exit(3)');
  assert.deepEqual(await runCommand(command), { code: 3, output: "out\nerr\n" });
});

Deno.test("runCommand() gives 127 for a program that is not there", async () => {
  const { code, output } = await runCommand(["no-such-program"]);
  assert.equal(code, 127);
  assert.match(output, /no-such-program/);
});

Deno.test("runCommand() keeps only the end of a long output", async () => {
  const { output } = await runCommand(deno('console.log("x".repeat(1e6) + "end")'));
  assert.ok(output.length <= 20_000 && output.endsWith("xend\n"));
});

Deno.test("runCommand() kills the program when the signal says so", async () => {
  const abort = new AbortController();
  const running = runCommand(deno("await new Promise((r) => setTimeout(r, 600_000))"), {
    signal: abort.signal,
  });
  setTimeout(() => abort.abort(), 100);
  assert.notEqual((await running).code, 0);
  assert.notEqual((await runCommand(deno(""), { signal: abort.signal })).code, 0);
});

Deno.test("runCommand() passes variables and the working directory on", async () => {
  const { output } = await runCommand(deno('console.log(Deno.env.get("WORD"), Deno.cwd())'), {
    environment: { WORD: "beat" },
    directory: Deno.realPathSync("/"),
  });
  assert.equal(output, `beat ${Deno.realPathSync("/")}\n`);
});

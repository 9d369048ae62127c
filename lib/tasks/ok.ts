// deno task ok [--no-tests]: the one gate: formatting, lint, types, then every test that needs no
// browser (including the layering test and the documentation's examples).
import { dirname, join } from "node:path";
import { childStatus } from "lib/setup/mod.ts";

const root = dirname(dirname(import.meta.dirname!));
const steps: [name: string, denoArguments: string[]][] = [
  ["formatting", ["fmt", "--check"]],
  ["lint", ["lint"]],
  ["types", ["check", "--quiet", "."]],
];
if (!Deno.args.includes("--no-tests")) {
  steps.push(["tests", ["run", "-A", join(root, "lib", "tasks", "test.ts")]]);
}

const results: { name: string; passed: boolean; seconds: number }[] = [];
for (const [name, denoArguments] of steps) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const command = new Deno.Command(Deno.execPath(), {
    args: denoArguments,
    cwd: root,
    stdout: "inherit",
    stderr: "inherit",
  });
  const { success } = await childStatus(command.spawn());
  results.push({ name, passed: success, seconds: (Date.now() - start) / 1000 });
}

console.log("");
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
}
Deno.exit(results.every(({ passed }) => passed) ? 0 : 1);

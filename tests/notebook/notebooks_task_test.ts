import assert from "node:assert/strict";
import { dirname, join } from "node:path";

const program = join(dirname(dirname(import.meta.dirname!)), "lib", "tasks", "notebooks.ts");

async function runTask(...taskArguments: string[]) {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", program, ...taskArguments],
  }).output();
  return { code, error: new TextDecoder().decode(stderr) };
}

Deno.test("deno task notebooks knows its options and the notebooks there are", async () => {
  const unknown = await runTask("99_none");
  assert.equal(unknown.code, 2);
  assert.match(unknown.error, /There is no notebook "99_none"; there are:/);
  const option = await runTask("--fast");
  assert.equal(option.code, 2);
  assert.match(option.error, /--fast/);
});

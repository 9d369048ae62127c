import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toySweep } from "../fixtures/sweeps/room.ts";

const root = join(import.meta.dirname!, "../..");

async function runTask(name: string, args: string[]): Promise<string> {
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, "lib/tasks", `${name}.ts`), ...args],
    cwd: root,
    env: { WANDB_MODE: "offline" },
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

Deno.test("deno task sweep keeps a page and says its address once; deno task runs --page makes one of the same runs", async () => {
  const directory = Deno.makeTempDirSync();
  try {
    const file = join(directory, "toy.yaml");
    const top = "name: toy\nmethod: grid\nmetric: {name: val_loss}";
    Deno.writeTextFileSync(file, toySweep(top, "x: {values: [0.1, 0.3]}"));
    const folder = join(directory, "sweep");
    const output = await runTask("sweep", [file, "--dir", folder]);
    const address = pathToFileURL(join(Deno.realPathSync(folder), "index.html")).href;
    assert.equal(output.split(address).length, 2, output);
    const page = Deno.readTextFileSync(join(folder, "index.html"));
    assert.match(page, /2 of 2 runs, every combination is taken/);
    assert.doesNotMatch(page, /name="reload"/);
    assert.deepEqual(
      Array.from(Deno.readDirSync(folder), ({ name }) => name).filter((name) => /part/.test(name)),
      [],
    );
    const past = join(directory, "new", "runs.html");
    const said = await runTask("runs", ["--in", folder, "--page", "--out", past]);
    assert.ok(said.includes(pathToFileURL(past).href));
    assert.match(Deno.readTextFileSync(past), /2 runs, 2 with val_loss/);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
});

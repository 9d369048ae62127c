import assert from "node:assert/strict";
import { openSweep } from "lib/sweeps/runner/open_sweep.ts";

const text = "method: grid\nparameters: {x: {values: [1, 2]}}\n";
const other = "method: grid\nparameters: {x: {values: [1, 3]}}\n";

async function withDirectory(test: (directory: string) => Promise<void>) {
  const directory = Deno.makeTempDirSync();
  await test(directory);
  Deno.removeSync(directory, { recursive: true });
}

Deno.test("openSweep() goes on with the same sweep only when it is asked to", () =>
  withDirectory(async (directory) => {
    const first = await openSweep(text, { directory, resume: false });
    first.close();
    await assert.rejects(openSweep(text, { directory, resume: false }), /there is one already/);
    const second = await openSweep(text + "run_cap: 5\n", { directory, resume: true });
    second.close();
    assert.deepEqual([second.id, second.seed, second.config.runCap], [first.id, first.seed, 5]);
    await assert.rejects(
      openSweep(other, { directory, resume: true }),
      /are not those of the file/,
    );
  }));

Deno.test("openSweep() starts anew where there is nothing to resume, with the given identifier", () =>
  withDirectory(async (directory) => {
    const makeId = () => Promise.resolve("given");
    const sweep = await openSweep(text, { directory, resume: true, makeId });
    sweep.close();
    assert.equal(sweep.id, "given");
  }));

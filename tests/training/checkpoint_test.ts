import assert from "node:assert/strict";
import { join } from "node:path";
import { readCheckpoint, writeCheckpoint } from "lib/training/checkpoint.ts";

const directory = await Deno.makeTempDir();
const path = join(directory, "checkpoint.bin");
const checkpoint = {
  meta: { epoch: 3, name: "beat ♥" },
  arrays: [new Float32Array([1.5, -2]), new Float32Array(0), new Float32Array([1e-38])],
};

Deno.test("readCheckpoint() gives back what writeCheckpoint() wrote", async () => {
  await writeCheckpoint(path, checkpoint);
  assert.deepEqual(await readCheckpoint(path), checkpoint);
  assert.deepEqual([...Deno.readDirSync(directory)].map(({ name }) => name), ["checkpoint.bin"]);
});

Deno.test("there is no checkpoint where there is no file", async () => {
  assert.equal(await readCheckpoint(join(directory, "none.bin")), undefined);
});

Deno.test("a cut or foreign file is not taken for a checkpoint, wherever it is cut", async () => {
  const bytes = await Deno.readFile(path);
  for (let length = 0; length < bytes.length; length++) {
    await Deno.writeFile(`${path}.cut`, bytes.subarray(0, length));
    await assert.rejects(readCheckpoint(`${path}.cut`), /Cannot read checkpoint ".*": .* but /);
  }
});

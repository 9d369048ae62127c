import assert from "node:assert/strict";
import { readSweep } from "lib/sweeps/results/read_sweep.ts";
import { sweepRoom, toySweep } from "../../fixtures/sweeps/room.ts";

Deno.test("readSweep() reads trials, runs and the best of a sweep from its journal", async () => {
  using room = sweepRoom();
  const text = toySweep("method: grid\nmetric: {name: val_loss}", "x: {values: [0.1, 0.3]}");
  const { sweepId, trials, runs, best } = await room.run(text, { jobs: 2 });
  const read = readSweep(`${room.directory}/journal.jsonl`);
  assert.deepEqual(
    JSON.parse(JSON.stringify([read.trials, read.runs, read.best])),
    JSON.parse(JSON.stringify([trials, runs, best])),
  );
  assert.deepEqual([read.sweepId, read.config.method], [sweepId, "grid"]);
});

Deno.test("readSweep() refuses a file without a sweep", () => {
  const path = Deno.makeTempFileSync();
  assert.throws(() => readSweep(path), /there is no sweep in it/);
  Deno.removeSync(path);
});

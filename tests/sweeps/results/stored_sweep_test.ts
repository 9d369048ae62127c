import assert from "node:assert/strict";
import { readStoredSweep, storeSweep } from "lib/sweeps/results/stored_sweep.ts";
import { sweepRoom } from "../../fixtures/sweeps/room.ts";

const facts = { machine: "a computer", commits: ["abc"], training: { rows: 600 } };
const text = "method: grid\ncommand: [sleep, '0']\nparameters: {x: {values: [1, 2]}}";

Deno.test("storeSweep() writes two text files that readStoredSweep() reads", async () => {
  using room = sweepRoom();
  const { sweepId, trials } = await room.run(text);
  const target = `${room.directory}/results/toy`;
  await storeSweep(room.directory, target, { facts });
  assert.deepEqual([...Deno.readDirSync(target)].map(({ name }) => name).sort(), [
    "facts.json",
    "journal.jsonl",
  ]);
  const stored = readStoredSweep(target)!;
  assert.deepEqual([stored.sweepId, stored.facts], [sweepId, facts]);
  assert.deepEqual(stored.trials.map(({ run }) => run), trials.map(({ run }) => run));
});

Deno.test("storeSweep() refuses a sweep whose trials still run", async () => {
  using room = sweepRoom();
  await room.run(text);
  const path = `${room.directory}/journal.jsonl`;
  const lines = Deno.readTextFileSync(path).trimEnd().split("\n");
  Deno.writeTextFileSync(path, lines.slice(0, -1).join("\n") + "\n");
  await assert.rejects(
    storeSweep(room.directory, `${room.directory}/results`, { facts }),
    /1 of its trials have not ended/,
  );
});

Deno.test("readStoredSweep() of no folder is undefined", () => {
  assert.equal(readStoredSweep("tests/no-such-folder"), undefined);
});

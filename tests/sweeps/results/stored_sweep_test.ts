import assert from "node:assert/strict";
import {
  readStoredSweep,
  storeFullTrainings,
  storeSweep,
} from "lib/sweeps/results/stored_sweep.ts";
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

Deno.test("storeFullTrainings() keeps one for each trial and seed, and refuses trials that there are not", async () => {
  using room = sweepRoom();
  const { trials: [first] } = await room.run(text);
  const target = `${room.directory}/results/toy`;
  assert.deepEqual((await storeSweep(room.directory, target, { facts })).full, []);
  const of = (run: string, seed: number, valMacroF1: number) => ({
    ...{ run, seed, valMacroF1, rows: 9000, epochs: 20, commit: "abc", valTemperedLoss: 0.1 },
  });
  await storeFullTrainings(target, [of(first!.run, 0, 0.5), of(first!.run, 1, 0.6)]);
  await storeFullTrainings(target, [of(first!.run, 0, 0.7)]);
  assert.deepEqual(readStoredSweep(target)!.full.map(({ valMacroF1 }) => valMacroF1), [0.7, 0.6]);
  await storeFullTrainings(target, [of(first!.run, 0, 0.8), of(first!.run, 0, 0.9)]);
  assert.deepEqual(readStoredSweep(target)!.full.map(({ valMacroF1 }) => valMacroF1), [0.9, 0.6]);
  assert.equal((await storeSweep(room.directory, target, { facts })).full.length, 2);
  await assert.rejects(storeFullTrainings(target, [of("another", 0, 1)]), /found another/);
  using anew = sweepRoom();
  await anew.run(text);
  await storeSweep(anew.directory, target, { facts });
  assert.deepEqual(readStoredSweep(target)!.full, [], "its trials are gone");
});

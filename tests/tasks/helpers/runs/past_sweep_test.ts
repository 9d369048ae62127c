import assert from "node:assert/strict";
import { bestValue, findPastRuns, metricValues } from "lib/tasks/helpers/runs/past_runs.ts";
import { sweepRoom, toySweep } from "../../../fixtures/sweeps/room.ts";

Deno.test("pastSweep() lists each trial of a sweep once, also one that was trained in its folder", async () => {
  using room = sweepRoom();
  const text = toySweep(
    "name: toy\nmethod: grid\nmetric: {name: val_loss}",
    "x: {values: [0.1, 0.3]}",
  );
  const { trials } = await room.run(text, { jobs: 2 });
  for (const { run } of trials) {
    const folder = `${room.directory}/trials/${run}/cnn-seed0`;
    Deno.mkdirSync(folder);
    Deno.writeTextFileSync(`${folder}/history.json`, '{"epochs":[]}');
  }
  const whole = findPastRuns(room.directory);
  assert.deepEqual(whole.map(({ id, state, group }) => [id, state, group]), [
    [trials[0]!.run, "finished", "toy"],
    [trials[1]!.run, "finished", "toy"],
  ]);
  assert.deepEqual(whole[0]!.config, { x: 0.1 });
  assert.ok("_runtime" in whole[0]!.history[0]!, "all that was logged");
  assert.match(whole[0]!.path, /wandb\/offline-run-/);
});

Deno.test("pastSweep() reads a journal that is alone", async () => {
  using room = sweepRoom();
  await room.run(
    toySweep("method: grid\nmetric: {name: val_loss, goal: maximize}", "x: {values: [0.3]}"),
  );
  Deno.removeSync(`${room.directory}/wandb`, { recursive: true });
  const [run] = findPastRuns(room.directory);
  assert.deepEqual(metricValues(run!, "val_loss"), [1, 1 / 2, 1 / 3]);
  assert.equal(bestValue(run!, "val_loss"), 1, "as its sweep says");
});

Deno.test("pastSweep() passes over a sweep that was killed at its start", () => {
  using room = sweepRoom();
  for (const begun of ["", '{"type":"sweep","id":"ab']) {
    Deno.writeTextFileSync(`${room.directory}/journal.jsonl`, begun);
    assert.deepEqual(findPastRuns(room.directory), []);
  }
});

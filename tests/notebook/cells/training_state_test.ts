import assert from "node:assert/strict";
import { nextState, timeLeft, type TrainingState } from "lib/notebook/cells/training_state.ts";
import { batchEvent, epochEvent } from "../training_events.ts";

const empty: TrainingState = { done: 0, epochs: 1, points: [], records: [] };

Deno.test("nextState() counts epochs with the part of the present one", () => {
  const state = nextState(empty, batchEvent(2, 5), 0);
  assert.equal(state.done, 1.5);
  assert.equal(state.epochs, 4);
  assert.deepEqual(state.points.map(({ epoch }) => epoch), [1.5]);
});

Deno.test("nextState() keeps the record of each epoch and leaves the state before as it was", () => {
  const before = nextState(empty, batchEvent(1, 10), 0);
  const after = nextState(before, epochEvent(1), 0);
  assert.equal(after.records.length, 1);
  assert.equal(before.records.length, 0);
});

Deno.test("nextState() keeps few points of many batches, the last one among them", () => {
  let state = empty;
  for (let batch = 1; batch <= 5000; batch++) {
    state = nextState(state, { ...batchEvent(1, batch), batches: 5000 }, batch);
  }
  assert.ok(state.points.length <= 240);
  assert.equal(state.points.at(-1)!.epoch, 1);
});

Deno.test("timeLeft() goes on at the pace since the first event, also of a resumed training", () => {
  const state = nextState(nextState(empty, batchEvent(2, 10), 5000), batchEvent(3, 10), 15_000);
  assert.equal(timeLeft(state, 15_000), 10_000);
});

Deno.test("timeLeft() is unknown in the first second", () => {
  const state = nextState(nextState(empty, batchEvent(1, 1), 0), batchEvent(1, 2), 500);
  assert.equal(timeLeft(state, 500), undefined);
  assert.equal(timeLeft(empty, 500), undefined);
});

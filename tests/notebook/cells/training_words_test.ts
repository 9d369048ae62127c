import assert from "node:assert/strict";
import { nextState, type TrainingState } from "lib/notebook/cells/training_state.ts";
import { trainingWords } from "lib/notebook/cells/training_words.ts";
import { batchEvent, epochEvent } from "../training_events.ts";

const empty: TrainingState = { done: 0, epochs: 1, points: [], records: [] };
const events = [
  batchEvent(1, 10),
  epochEvent(1),
  batchEvent(2, 10),
  epochEvent(2),
  batchEvent(3, 5),
];
const state = events.reduce((before, event, i) => nextState(before, event, 1000 * i), empty);

Deno.test("trainingWords() of a running training say where it is and what time is left", () => {
  const { title, lines } = trainingWords(state, "running", 4000);
  assert.equal(title, "Epoch 3 of 4, batch 5 of 10");
  assert.match(lines[0]!, /^training loss 0\.286, accuracy 0\.750 · at most 4 s left$/);
  assert.match(lines[1]!, /^validation loss 0\.750, .* · best: epoch 1, macro-F1 0\.600$/);
});

Deno.test("trainingWords() of one that has ended hold no times", () => {
  for (const status of ["finished", "stopped", "failed"] as const) {
    assert.deepEqual(trainingWords(state, status, 4000), trainingWords(state, status, 9999));
  }
});

Deno.test("trainingWords() say how a training ended", () => {
  const finished = trainingWords(state, "finished", 0);
  assert.equal(finished.title, "Trained for 2 epochs, of 4 at most");
  assert.match(finished.lines[1]!, / · best weights kept: epoch 1, macro-F1 0\.600$/);
  const stopped = trainingWords(state, "stopped", 0);
  assert.equal(stopped.title, "Stopped in epoch 3 of 4, after batch 5 of 10");
  assert.deepEqual(stopped.lines, finished.lines);
});

Deno.test("trainingWords() of one that failed promise nothing about its weights", () => {
  assert.doesNotMatch(trainingWords(state, "failed", 0).lines.join(), /kept/);
});

Deno.test("trainingWords() before the first batch and the first epoch", () => {
  assert.equal(trainingWords(empty, "running", 0).title, "Training starts");
  assert.equal(trainingWords(empty, "failed", 0).title, "Training ended before its first batch");
  const early = nextState(empty, batchEvent(1, 1), 0);
  assert.equal(trainingWords(early, "running", 0).lines[1], "not validated yet");
  const stopped = trainingWords(early, "stopped", 0);
  assert.equal(stopped.lines[1], "not validated yet · the present weights kept");
});

Deno.test("trainingWords() of an autoencoder tell what share it explains, and no macro-F1", () => {
  const target = "input" as const;
  const { record } = epochEvent(1);
  const explained = [
    { ...batchEvent(1, 10), target },
    { ...epochEvent(1), record: { ...record, target } },
  ].reduce((before, event, i) => nextState(before, event, 1000 * i), empty);
  assert.deepEqual(trainingWords(explained, "finished", 0).lines, [
    "training loss 0.500, explained share 0.600",
    "validation loss 1.500, explained share 0.800 · best weights kept: epoch 1, explained share 0.600",
  ]);
});

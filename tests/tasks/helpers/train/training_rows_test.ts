import assert from "node:assert/strict";
import { trainingRows } from "../../../../lib/tasks/helpers/train/training_rows.ts";
import { makeParts } from "../../../beats/make_beats.ts";

const weighed = { classWeights: true, protocol: "by_beat" } as const;
const unweighed = { ...weighed, classWeights: false };

Deno.test("trainingRows() weighs the classes of the rows that are trained on where it is told to", () => {
  const parts = makeParts(); // one row of class N and two of class S to train on
  assert.equal(trainingRows(parts, unweighed).weights, undefined);
  assert.deepEqual(trainingRows(parts, weighed).weights, [1.5, 0.75, 0, 0, 0]);
  const { weights } = trainingRows(parts, { ...weighed, normalOnly: true });
  assert.deepEqual(weights, [1, 0, 0, 0, 0]);
});

Deno.test("trainingRows() gives a weight for each class of the protocol, by patient none for Q", () => {
  const { weights } = trainingRows(makeParts(), { ...weighed, protocol: "by_patient" });
  assert.deepEqual(weights, [1.5, 0.75, 0, 0]);
});

Deno.test("trainingRows() limits the rows to train on, not those to validate on", () => {
  const { train, validation } = trainingRows(makeParts(), { ...unweighed, limit: 2 });
  assert.deepEqual([train.labels.length, validation.labels.length], [2, 1]);
});

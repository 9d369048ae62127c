import assert from "node:assert/strict";
import { trainingRows } from "../../../../lib/tasks/helpers/train/training_rows.ts";
import { makeParts } from "../../../beats/make_beats.ts";

Deno.test("trainingRows() weighs the classes of the rows that are trained on where it is told to", () => {
  const parts = makeParts(); // one row of class N and two of class S to train on
  assert.equal(trainingRows(parts, { classWeights: false }).weights, undefined);
  assert.deepEqual(trainingRows(parts, { classWeights: true }).weights, [1.5, 0.75, 0, 0, 0]);
  const { weights } = trainingRows(parts, { classWeights: true, normalOnly: true });
  assert.deepEqual(weights, [1, 0, 0, 0, 0]);
});

Deno.test("trainingRows() limits the rows to train on, not those to validate on", () => {
  const parts = makeParts();
  const { train, validation } = trainingRows(parts, { classWeights: false, limit: 2 });
  assert.deepEqual([train.labels.length, validation.labels.length], [2, 1]);
});

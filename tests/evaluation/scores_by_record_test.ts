import assert from "node:assert/strict";
import { recordScoresTable, scoresByRecord } from "lib/evaluation/mod.ts";

const provenance = ["101", "100", "100", "101"].map((record) => ({
  record,
  sample: 0,
  symbol: "N",
}));
const evaluation = {
  labels: Uint8Array.of(0, 0, 1, 0),
  predicted: Uint8Array.of(0, 1, 1, 2),
  confusion: [[1, 1, 1], [0, 1, 0], [0, 0, 0]],
};

Deno.test("scoresByRecord() scores the beats of each record by themselves", () => {
  const [first, second] = scoresByRecord(evaluation, { provenance });
  assert.equal(first!.record, "100");
  assert.deepEqual(first!.confusion, [[0, 1, 0], [0, 1, 0], [0, 0, 0]]);
  assert.equal(first!.errors, 1);
  assert.equal(second!.record, "101");
  assert.equal(second!.rows, 2);
  assert.equal(second!.report.accuracy, 0.5);
});

Deno.test("scoresByRecord() takes means over the classes that the record has beats of", () => {
  const [, second] = scoresByRecord(evaluation, { provenance });
  // Class 0 alone: precision 1, recall a half.
  assert.ok(Math.abs(second!.report.macroF1 - 2 / 3) < 1e-12);
});

Deno.test("recordScoresTable() leaves the F1 of an absent class empty", () => {
  const [, second] = recordScoresTable(scoresByRecord(evaluation, { provenance }));
  assert.deepEqual(second, {
    record: "101",
    beats: 2,
    errors: 1,
    accuracy: 0.5,
    "F1 N": 2 / 3,
    "F1 S": null,
    "F1 V": null,
  });
});

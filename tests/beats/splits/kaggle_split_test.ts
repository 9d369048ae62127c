import assert from "node:assert/strict";
import { type Beat, kaggleSplit } from "lib/beats/mod.ts";

function beatOf(record: string, annotation: number): Beat {
  return { record, annotation, sample: 0, symbol: "N", label: 0, row: new Float32Array(187) };
}

Deno.test("kaggleSplit knows the first rows of the published test file", () => {
  const first: [string, number][] = [["103", 1043], ["203", 2928], ["222", 205], ["109", 1943]];
  first.forEach(([record, annotation], row) => {
    const beat = beatOf(record, annotation);
    assert.equal(kaggleSplit.partOf(beat), "test");
    assert.equal(kaggleSplit.testOrder!(beat), row);
  });
});

Deno.test("kaggleSplit gives each of the 21,892 test rows to one annotation", () => {
  const rows: number[] = [];
  for (let record = 100; record <= 234; record++) {
    for (let annotation = 0;; annotation++) {
      const beat = beatOf(`${record}`, annotation);
      const part = kaggleSplit.partOf(beat);
      if (part === undefined) break;
      if (part === "test") rows.push(kaggleSplit.testOrder!(beat));
    }
  }
  rows.sort((a, b) => a - b);
  assert.deepEqual(rows, Array.from({ length: 21_892 }, (_, row) => row));
});

Deno.test("kaggleSplit leaves out beats of records that it does not know", () => {
  assert.equal(kaggleSplit.partOf(beatOf("99", 0)), undefined);
  assert.equal(kaggleSplit.partOf(beatOf("100", 2274)), undefined);
});

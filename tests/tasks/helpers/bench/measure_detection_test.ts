import assert from "node:assert/strict";
import { lookOf } from "../../../../lib/tasks/helpers/bench/measure_detection.ts";

Deno.test("lookOf() counts missed beats as wrong, and invented ones against the class they are given", () => {
  const detected = [
    [8, 1, 0, 0, 1],
    [0, 4, 0, 0, 0],
    [0, 0, 5, 0, 0],
    [0, 0, 0, 1, 0],
    [2, 0, 0, 1, 0],
  ];
  const { name, split, evaluation: { rows, report } } = lookOf({
    ...{
      model: "cnn_by_patient",
      set: "DS2",
      records: ["100"],
      source: "made",
      date: "2026-11-28",
    },
    ...{ annotated: detected, detected },
  }, { seed: 3 });
  assert.deepEqual([name, split, rows], [
    "cnn_by_patient",
    "by patient, DS1 to DS2, beats as they are detected",
    20,
  ]);
  assert.equal(report.accuracy, 18 / 20);
  // F1 of N 2 * 8 / (10 + 10), of S 2 * 4 / (4 + 5), of V 1, of F 2 / (1 + 2).
  assert.ok(Math.abs(report.macroF1 - (0.8 + 8 / 9 + 1 + 2 / 3) / 4) < 1e-12);
});

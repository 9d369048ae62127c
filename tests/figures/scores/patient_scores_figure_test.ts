import assert from "node:assert/strict";
import { patientMetrics } from "lib/evaluation/mod.ts";
import { classByRecordFigure, patientScoresFigure } from "lib/figures/mod.ts";

const counts = {
  "100": { N: [90, 2, 0, 0], A: [5, 5, 0, 0], V: [0, 0, 9, 1] },
  "101": { N: [80, 1, 1, 0], F: [1, 0, 2, 1], Q: [0, 3, 0, 0] },
};

Deno.test("patientScoresFigure() shows each score with the ends of its interval", () => {
  const patients = patientMetrics(counts, { resamples: 50 });
  const [trace] = patientScoresFigure([{ model: "cnn", patients }]).data as Record<string, never>[];
  const { y, error_y } = trace as unknown as {
    y: number[];
    error_y: { array: number[]; arrayminus: number[] };
  };
  const { f1, macroF1 } = patients.intervals;
  assert.equal(y[1], Number(f1.S!.estimate.toFixed(3)));
  assert.ok(Math.abs(y[4]! + error_y.array[4]! - macroF1.high) < 2e-3);
  assert.ok(Math.abs(y[4]! - error_y.arrayminus[4]! - macroF1.low) < 2e-3);
});

Deno.test("classByRecordFigure() counts found, missed and others, and leaves out beats of no class", () => {
  const figure = classByRecordFigure(counts, 1);
  const values = figure.data.map((trace) => (trace as { x: string[]; y: number[] }).y);
  assert.deepEqual((figure.data[0] as { x: string[] }).x, ["100", "101"]);
  assert.deepEqual(values, [[5, 0], [5, 0], [2, 1]]);
});

Deno.test("patientScoresFigure() shows scores of one patient alone without an interval", () => {
  const one = JSON.parse(JSON.stringify(patientMetrics({ "100": counts["100"] })));
  const [trace] = patientScoresFigure([{ model: "cnn", patients: one }]).data;
  const { text, error_y } = trace as unknown as { text: string[]; error_y: { array: number[] } };
  assert.deepEqual(error_y.array, [0, 0, 0, 0, 0, 0]);
  assert.match(text[4]!, /^macro-F1 0\.\d{3}, interval not known$/);
});

Deno.test("patientScoresFigure() leaves a gap for a j-kappa that is not defined", () => {
  const none = JSON.parse(JSON.stringify(patientMetrics({ "100": { N: [9, 0, 0, 0] } })));
  const [trace] = patientScoresFigure([{ model: "cnn", patients: none }]).data;
  const { y, text } = trace as unknown as { y: number[]; text: string[] };
  assert.deepEqual([y[0], y[5]], [1, NaN]);
  assert.equal(text[5], "j-kappa not defined");
});

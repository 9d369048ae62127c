import assert from "node:assert/strict";
import { type PatientScores } from "lib/evaluation/mod.ts";
import { meanScores } from "lib/evaluation/patients/mean_scores.ts";

const scores = (accuracy: number, jKappa: number | null) =>
  ({ accuracy, macroF1: 0.5, kappa: 0.5, jKappa, classes: [] }) as unknown as PatientScores;

Deno.test("meanScores() gives mean and standard deviation over n - 1", () => {
  const { seeds, accuracy } = meanScores([scores(0.9, 0.5), scores(0.8, 0.5)]);
  assert.equal(seeds, 2);
  assert.ok(Math.abs(accuracy.mean - 0.85) < 1e-12);
  assert.ok(Math.abs(accuracy.deviation - Math.SQRT1_2 / 10) < 1e-12);
});

Deno.test("meanScores() knows no mean of a score that one seed's file has as null", () => {
  assert.ok(Number.isNaN(meanScores([scores(0.9, 0.5), scores(0.8, null)]).jKappa.mean));
});

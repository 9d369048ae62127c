import assert from "node:assert/strict";
import { describePredictions } from "lib/tasks/helpers/predict/describe_predictions.ts";

Deno.test("describePredictions() gives number, letter and all probabilities of each row", () => {
  const probabilities = Float32Array.of(0.5, 0.25, 0.25, 0, 0, 0, 0, 0.125, 0, 0.875);
  assert.deepEqual(describePredictions(probabilities, 11), [
    { label: 0, text: "11,N,0.500000,0.250000,0.250000,0.000000,0.000000" },
    { label: 4, text: "12,Q,0.000000,0.000000,0.125000,0.000000,0.875000" },
  ]);
});

Deno.test("describePredictions() has no class for a row whose probabilities are no numbers", () => {
  const probabilities = Float32Array.of(0.5, 0.25, 0.25, 0, 0, NaN, NaN, NaN, NaN, NaN);
  assert.throws(() => describePredictions(probabilities, 11), /Cannot classify row 12: .* of NaN/);
});

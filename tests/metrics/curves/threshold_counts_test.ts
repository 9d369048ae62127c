import assert from "node:assert/strict";
import { thresholdCounts } from "lib/metrics/curves/threshold_counts.ts";

Deno.test("thresholdCounts() lets rows with equal scores pass together", () => {
  assert.deepEqual(thresholdCounts([1, 0, 1, 0, 0], [0.5, 0.5, 0.9, 0.1, 0.5]), {
    thresholds: Float64Array.of(0.9, 0.5, 0.1),
    truePositives: Uint32Array.of(1, 2, 2),
    falsePositives: Uint32Array.of(0, 2, 3),
    positiveCount: 2,
    negativeCount: 3,
  });
});

Deno.test("thresholdCounts() does not depend on the order of the rows", () => {
  const forward = thresholdCounts([true, false, true], [0.2, 0.2, 0.7]);
  assert.deepEqual(thresholdCounts([true, false, true], [0.7, 0.2, 0.2]), forward);
});

Deno.test("thresholdCounts() refuses no rows, unequal lengths and scores that are not finite", () => {
  assert.throws(() => thresholdCounts([], []), /wanted at least one row, found none/);
  assert.throws(() => thresholdCounts([1, 0], [0.5]), /one score for each of 2 rows, found 1/);
  assert.throws(() => thresholdCounts([1, 0], [0.5, NaN]), /finite scores, found NaN in row 1/);
});

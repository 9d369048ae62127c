import type { ThresholdCurve } from "./roc_curve.ts";
import { type ThresholdCounts, thresholdCounts } from "./threshold_counts.ts";

/**
 * Precision over recall of one class against all others, with the average precision as its area.
 *
 * The average precision is the sum of each precision times the rise in recall that it comes with: no
 * straight lines are drawn between points, which would flatter the curve. Points inside a vertical
 * run are left out, which changes neither. Same points, from the other end, as scikit-learn's
 * `precision_recall_curve(..., drop_intermediate=True)` and the number of its
 * `average_precision_score`. Where no row is positive, recall and area are NaN.
 *
 * @param positives Whether each row is of the class, `[rows]`, as booleans, 0 or 1.
 * @param scores Score of each row for that class, `[rows]`, finite; higher means more likely.
 * @returns x = recall (sensitivity), y = precision (positive predictivity); first point (0, 1).
 * @throws {RangeError} When there are no rows, the lengths differ or a score is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { precisionRecallCurve } from "lib/metrics/mod.ts";
 *
 * const curve = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * assert.equal(curve.area, (1 + 2 / 3) / 2);
 * ```
 */
export function precisionRecallCurve(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
): ThresholdCurve {
  const counts = thresholdCounts(positives, scores);
  const kept = keptIndices(counts);
  const recalls = kept.map((i) => counts.truePositives[i]! / counts.positiveCount);
  const precisions = kept.map((i) => precision(counts, i));
  const nothingCalled = counts.positiveCount === 0 ? NaN : 0;
  return {
    x: Float64Array.from([nothingCalled, ...recalls]),
    y: Float64Array.from([1, ...precisions]),
    thresholds: Float64Array.from([Infinity, ...kept.map((i) => counts.thresholds[i]!)]),
    area: averagePrecision(recalls, precisions),
  };
}

function keptIndices({ truePositives }: ThresholdCounts): number[] {
  const last = truePositives.length - 1;
  return Array.from(truePositives.keys()).filter((i) =>
    i === 0 || i === last || truePositives[i - 1] !== truePositives[i] ||
    truePositives[i] !== truePositives[i + 1]
  );
}

function precision({ truePositives, falsePositives }: ThresholdCounts, i: number): number {
  return truePositives[i]! / (truePositives[i]! + falsePositives[i]!);
}

function averagePrecision(recalls: number[], precisions: number[]): number {
  let area = 0;
  recalls.forEach((recall, i) => area += (recall - (recalls[i - 1] ?? 0)) * precisions[i]!);
  return area;
}

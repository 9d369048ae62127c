import { type ThresholdCounts, thresholdCounts } from "./threshold_counts.ts";

/** A curve of two rates over a falling threshold, with the area under it. */
export interface ThresholdCurve {
  /** Rate along the horizontal axis, rising from 0 to 1, `[points]`. */
  x: Float64Array;
  /** Rate along the vertical axis, `[points]`. */
  y: Float64Array;
  /** Score from which a row is called positive at each point; Infinity at the first point. */
  thresholds: Float64Array;
  /** Area under the curve, 0 to 1; NaN when one of the two kinds of rows is absent. */
  area: number;
}

/**
 * Receiver operating characteristic of one class against all others.
 *
 * Points on a straight line between their neighbours are left out: the curve and its area stay the
 * same. Same points as scikit-learn's `roc_curve`. Where no row is positive (or none negative) the
 * rate of what is absent is not defined: it and the area are NaN.
 *
 * @param positives Whether each row is of the class, `[rows]`, as booleans, 0 or 1.
 * @param scores Score of each row for that class, `[rows]`, finite; higher means more likely.
 * @returns x = false positive rate, y = true positive rate (sensitivity).
 * @throws {RangeError} When there are no rows, the lengths differ or a score is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { rocCurve } from "lib/metrics/mod.ts";
 *
 * assert.equal(rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).area, 0.75);
 * ```
 */
export function rocCurve(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
): ThresholdCurve {
  const counts = thresholdCounts(positives, scores);
  const corners = cornerIndices(counts);
  const x = Float64Array.from([0, ...corners.map((i) => counts.falsePositives[i]!)]);
  const y = Float64Array.from([0, ...corners.map((i) => counts.truePositives[i]!)]);
  return {
    x: x.map((count) => count / counts.negativeCount),
    y: y.map((count) => count / counts.positiveCount),
    thresholds: Float64Array.from([Infinity, ...corners.map((i) => counts.thresholds[i]!)]),
    area: trapezoids(x, y) / counts.negativeCount / counts.positiveCount,
  };
}

function cornerIndices({ truePositives, falsePositives }: ThresholdCounts): number[] {
  const last = truePositives.length - 1;
  const bends = (counts: Uint32Array, i: number) =>
    counts[i]! - counts[i - 1]! !== counts[i + 1]! - counts[i]!;
  return Array.from(truePositives.keys()).filter((i) =>
    i === 0 || i === last || bends(falsePositives, i) || bends(truePositives, i)
  );
}

function trapezoids(x: Float64Array, y: Float64Array): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += (x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!) / 2;
  return area;
}

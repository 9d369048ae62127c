import { confusionSums } from "./confusion_sums.ts";

/**
 * Matthews correlation coefficient in its form for several classes (Gorodkin 2004).
 *
 * @param confusion Counts as `[actual][predicted]`, square.
 * @returns At most 1; 0 for no correlation, and by convention where all rows are or were given one class.
 * @throws {RangeError} When the matrix is not square or counts no row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matthewsCorrelation } from "lib/metrics/mod.ts";
 *
 * assert.equal(matthewsCorrelation([[7, 0], [0, 3]]), 1);
 * ```
 */
export function matthewsCorrelation(confusion: readonly (readonly number[])[]): number {
  const { total, correct, actual, predicted } = confusionSums(confusion);
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const covariance = correct * total - dot(actual, predicted);
  const variances = (total ** 2 - dot(actual, actual)) * (total ** 2 - dot(predicted, predicted));
  return variances > 0 ? covariance / Math.sqrt(variances) : 0;
}

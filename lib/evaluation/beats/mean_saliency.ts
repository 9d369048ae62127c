import { aamiClasses } from "lib/beats/mod.ts";

/**
 * The mean saliency of the rows of each class, so that models can be compared whose gradients differ in size: each
 * row's values are first divided by their sum.
 *
 * @param sizes As `saliency()` gives them, `[rows * length]`.
 * @param labels The class of each row, `[rows]`.
 * @returns For each class in label order the share of the saliency that falls on each value of a row, `[length]`;
 *   NaN for a class without rows.
 * @throws {RangeError} When there are no rows or not as many values for each.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { meanSaliency } from "lib/evaluation/mod.ts";
 *
 * const [normal] = meanSaliency([1, 3, 3, 1], [0, 0]);
 * assert.deepEqual([...normal!], [0.5, 0.5]);
 * ```
 */
export function meanSaliency(
  sizes: ArrayLike<number>,
  labels: ArrayLike<number>,
): Float64Array[] {
  const length = sizes.length / labels.length;
  if (labels.length === 0 || !Number.isInteger(length)) {
    throw new RangeError(
      `Cannot take the mean saliency: wanted as many values for each of the rows, ` +
        `found ${sizes.length} for ${labels.length} rows`,
    );
  }
  const sums = aamiClasses.map(() => new Float64Array(length));
  const counts = aamiClasses.map(() => 0);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    counts[label]!++;
    addShares(sums[label]!, sizes, row * length);
  }
  return sums.map((sum, label) => sum.map((value) => value / counts[label]!));
}

/** Adds the row that begins at `first`, divided by its sum; a row without any saliency adds nothing. */
function addShares(sum: Float64Array, sizes: ArrayLike<number>, first: number): void {
  let total = 0;
  for (let i = 0; i < sum.length; i++) total += sizes[first + i]!;
  if (total === 0) return;
  for (let i = 0; i < sum.length; i++) sum[i]! += sizes[first + i]! / total;
}

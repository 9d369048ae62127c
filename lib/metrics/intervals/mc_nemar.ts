/** Comparison of two classifiers on the same rows. */
export interface McNemar {
  /** Rows that both have right, only the first, only the second, or neither. */
  both: number;
  /** Rows that only the first has right. */
  onlyFirst: number;
  /** Rows that only the second has right. */
  onlySecond: number;
  /** Rows that both have wrong. */
  neither: number;
  /** Two-sided probability of a difference at least as large if both erred equally often, exact. */
  exactP: number;
}

/**
 * McNemar's test of two classifiers on the same rows (McNemar 1947): do they err equally often? Only rows
 * that one has right and the other wrong tell.
 *
 * @param first Whether the first classifier has each row right, `[rows]`, as booleans, 0 or 1.
 * @param second The same of the second classifier.
 * @throws {RangeError} When there are no rows or the lengths differ.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mcNemar } from "lib/metrics/mod.ts";
 *
 * const { onlyFirst, onlySecond, exactP } = mcNemar([1, 1, 1, 0, 1, 1], [0, 0, 1, 0, 0, 0]);
 * assert.deepEqual([onlyFirst, onlySecond, exactP], [4, 0, 0.125]);
 * ```
 */
export function mcNemar(
  first: ArrayLike<number | boolean>,
  second: ArrayLike<number | boolean>,
): McNemar {
  if (first.length !== second.length || first.length === 0) {
    throw new RangeError(
      "Cannot compare two classifiers: wanted the same rows of both, at least one, " +
        `found ${first.length} and ${second.length}`,
    );
  }
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let row = 0; row < first.length; row++) {
    if (first[row]) counts[second[row] ? "both" : "onlyFirst"]++;
    else counts[second[row] ? "onlySecond" : "neither"]++;
  }
  const { onlyFirst, onlySecond } = counts;
  const differing = onlyFirst + onlySecond;
  return {
    ...counts,
    exactP: Math.min(1, 2 * halfBinomialTail(Math.min(onlyFirst, onlySecond), differing)),
  };
}

/** Probability of at most `count` heads in `tosses` tosses of a fair coin. */
function halfBinomialTail(count: number, tosses: number): number {
  // The terms are added from the largest down, relative to it, since they can be too small to be told from 0.
  let logarithm = -tosses * Math.LN2;
  for (let k = 1; k <= count; k++) logarithm += Math.log((tosses - k + 1) / k);
  let term = 1;
  let sum = 1;
  for (let k = count; k >= 1; k--) {
    term *= k / (tosses - k + 1);
    sum += term;
  }
  return Math.exp(logarithm + Math.log(sum));
}

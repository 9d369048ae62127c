import { averageRanks } from "../search/average_ranks.ts";

/**
 * Spearman's rank correlation: 1 where two measurements put things in the same order, -1 where in the opposite one,
 * about 0 where one says nothing about the other. Equal values share the mean of their ranks.
 *
 * @param x one value a thing, `[things]`.
 * @param y another value a thing, `[things]`.
 * @returns NaN where all values of `x` or of `y` are equal, or one is NaN, as that of a trial without a result.
 * @throws {RangeError} where there are fewer than 2 things, or `x` and `y` differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { rankCorrelation } from "lib/sweeps/mod.ts";
 *
 * assert.equal(rankCorrelation([0.1, 0.2, 0.9], [1, 2, 3]), 1);
 * ```
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError(
      `Cannot correlate ranks: wanted two lists of at least 2 values each, found ${x.length} and ${y.length}`,
    );
  }
  if ([...x, ...y].some(Number.isNaN)) return NaN;
  const middle = (x.length + 1) / 2;
  const [a, b] = [x, y].map((values) => averageRanks(values).map((rank) => rank - middle));
  return product(a!, b!) / Math.sqrt(product(a!, a!) * product(b!, b!));
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

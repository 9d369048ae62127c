/**
 * Quantile of some numbers, linear between the two nearest (numpy's and R's default).
 *
 * @param values Numbers in any order, at least one.
 * @param share 0 for the lowest, 0.5 for the median, 1 for the highest.
 * @returns NaN when one of the numbers is.
 * @throws {RangeError} When there is no number or the share is not in [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { quantile } from "lib/metrics/mod.ts";
 *
 * assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
 * ```
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (values.length === 0) {
    throw new RangeError("Cannot take a quantile: wanted at least one number, found none");
  }
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`Cannot take a quantile: wanted a share from 0 to 1, found ${share}`);
  }
  const sorted = Float64Array.from(values).sort();
  if (Number.isNaN(sorted.at(-1))) return NaN;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

import type { Prng } from "lib/random/mod.ts";

/**
 * Picks rows at random so that every class keeps its share.
 *
 * Shares are rounded by the largest remainder, so exactly `count` rows are picked, or all where
 * there are fewer. A class that has rows keeps at least one of them where `count` allows it.
 *
 * @param labels The class of every row.
 * @param count How many rows to pick.
 * @param prng Source of randomness.
 * @returns The picked rows' indices, in ascending order.
 * @throws {RangeError} when `count` is not a whole number of at least 0.
 */
export function stratifiedSample(labels: Uint8Array, count: number, prng: Prng): number[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `Cannot pick rows: their number must be a whole number but is ${count}`,
    );
  }
  const rowsOfClass: number[][] = [];
  labels.forEach((label, row) => (rowsOfClass[label] ??= []).push(row));
  const strata = rowsOfClass.filter((rows) => rows !== undefined);
  const picked = shares(strata.map((rows) => rows.length), Math.min(count, labels.length));
  return strata.flatMap((rows, index) => pick(rows, picked[index]!, prng)).sort((a, b) => a - b);
}

/** Divides `total` among classes in proportion to their sizes. */
function shares(sizes: number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => size * total / all);
  const whole = exact.map(Math.floor);
  const byRemainder = sizes.map((_, index) => index)
    .sort((a, b) => (exact[b]! - whole[b]!) - (exact[a]! - whole[a]!));
  const missing = total - whole.reduce((sum, share) => sum + share, 0);
  for (const index of byRemainder.slice(0, missing)) whole[index]!++;
  if (total < sizes.length) return whole;
  whole.forEach((share, index) => {
    if (share > 0) return;
    whole[whole.indexOf(Math.max(...whole))]!--;
    whole[index] = 1;
  });
  return whole;
}

/** The first `count` elements of a random order: a Fisher-Yates shuffle that stops early. */
function pick(rows: number[], count: number, prng: Prng): number[] {
  const order = rows.slice();
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(prng() * (order.length - index));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order.slice(0, count);
}

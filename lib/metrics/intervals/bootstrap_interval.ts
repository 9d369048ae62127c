import { quantile } from "./quantile.ts";

/** Options of {@linkcode bootstrapInterval}. */
export interface BootstrapOptions {
  /** Gives numbers in [0, 1). */
  prng: () => number;
  /** Number of resamples; 1,000 by default. */
  resamples?: number;
  /** Share of the resamples that the interval holds; 0.95 by default. */
  level?: number;
  /**
   * Group of each row, such as its record, `[rows]`: whole groups are drawn instead of rows. Rows of one
   * patient are alike; drawn one by one they would make the interval too narrow.
   */
  groups?: ArrayLike<number | string>;
}

/** A score with its uncertainty. */
export interface BootstrapInterval {
  /** The score of all rows. */
  estimate: number;
  /** Ends of the interval. */
  low: number;
  /** Upper end of the interval. */
  high: number;
  /** Standard deviation of the score over the resamples. */
  deviation: number;
}

/**
 * Percentile bootstrap interval of a score (Efron 1979): how it varies with rows resampled with replacement.
 *
 * Give the difference of two models' scores on the same rows to compare them in pairs.
 *
 * @param rowCount Number of rows.
 * @param score Score of some rows, given by their indices, `[rows]`, repeated ones included.
 * @returns NaN for all but the estimate when a resample has no score, and when there is one row or one group alone:
 *   every resample would be the same, and an interval of no width would pass for certainty.
 * @throws {RangeError} When there are no rows or too few resamples, or the groups are not one for each row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { bootstrapInterval } from "lib/metrics/mod.ts";
 * import { createPrng } from "lib/random/mod.ts";
 *
 * const hits = [1, 1, 0, 1, 1, 1, 0, 1, 1, 1];
 * const accuracy = (rows: Uint32Array) => rows.reduce((n, row) => n + hits[row]!, 0) / rows.length;
 * const { estimate, low, high } = bootstrapInterval(10, accuracy, { prng: createPrng(1) });
 * assert.ok(estimate === 0.8 && low >= 0.4 && low < 0.8 && high > 0.8);
 * ```
 */
export function bootstrapInterval(
  rowCount: number,
  score: (rows: Uint32Array) => number,
  { prng, resamples = 1000, level = 0.95, groups }: BootstrapOptions,
): BootstrapInterval {
  if (!(rowCount >= 1 && resamples >= 2)) {
    throw new RangeError(
      "Cannot bootstrap: wanted at least one row and two resamples, " +
        `found ${rowCount} rows and ${resamples} resamples`,
    );
  }
  const all = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const draw = groups ? groupDrawer(rowCount, groups, prng) : rowDrawer(rowCount, prng);
  const drawn = groups ? new Set(Array.from(groups)).size : rowCount;
  if (drawn === 1) return { estimate: score(all), low: NaN, high: NaN, deviation: NaN };
  const scores = Float64Array.from({ length: resamples }, () => score(draw()));
  const mean = scores.reduce((sum, value) => sum + value, 0) / resamples;
  const squares = scores.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    estimate: score(all),
    low: quantile(scores, (1 - level) / 2),
    high: quantile(scores, (1 + level) / 2),
    deviation: Math.sqrt(squares / (resamples - 1)),
  };
}

function rowDrawer(rowCount: number, prng: () => number): () => Uint32Array {
  return () => {
    const rows = new Uint32Array(rowCount);
    for (let i = 0; i < rowCount; i++) rows[i] = Math.floor(prng() * rowCount);
    return rows;
  };
}

function groupDrawer(
  rowCount: number,
  groups: ArrayLike<number | string>,
  prng: () => number,
): () => Uint32Array {
  if (groups.length !== rowCount) {
    throw new RangeError(
      `Cannot bootstrap: wanted one group for each of ${rowCount} rows, found ${groups.length}`,
    );
  }
  const rowsOfGroup = new Map<number | string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    const rows = rowsOfGroup.get(groups[row]!);
    if (rows) rows.push(row);
    else rowsOfGroup.set(groups[row]!, [row]);
  }
  const pool = [...rowsOfGroup.values()];
  return () => Uint32Array.from(pool.flatMap(() => pool[Math.floor(prng() * pool.length)]!));
}

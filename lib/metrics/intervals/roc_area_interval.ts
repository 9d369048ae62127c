import { type BootstrapInterval, bootstrapInterval } from "./bootstrap_interval.ts";

/** Options of {@linkcode rocAreaInterval}. */
export interface RocAreaIntervalOptions {
  /** Group of each row, such as its patient, `[rows]`: whole groups are drawn. */
  groups: ArrayLike<number | string>;
  /** Gives numbers in [0, 1). */
  prng: () => number;
  /** Number of resamples; 1,000 by default. */
  resamples?: number;
}

/**
 * Percentile bootstrap interval of the area under the receiver operating characteristic, groups resampled. The
 * area is the share of pairs of a positive and a negative row that the score puts in order, half of the tied ones
 * counted; pairs are counted once for each two groups, so that a resample is a small sum.
 *
 * For an interval of how far the area of one method is above that of another, see `rocAreaDifference()`.
 *
 * @param positives Whether each row is of the class, `[rows]`.
 * @param scores Score of each row, `[rows]`, finite; higher means more likely.
 * @returns NaN for all but the estimate when a resample has rows of one kind alone, and when there is one group.
 * @throws {RangeError} When there are no rows or too few resamples, lengths differ or a score is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { rocAreaInterval } from "lib/metrics/mod.ts";
 * import { createPrng } from "lib/random/mod.ts";
 *
 * const options = { groups: ["a", "a", "b", "b"], prng: createPrng(0) };
 * const { estimate } = rocAreaInterval([0, 1, 0, 1], [0.1, 0.35, 0.4, 0.8], options);
 * assert.equal(estimate, 0.75);
 * ```
 */
export function rocAreaInterval(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
  { groups, prng, resamples = 1000 }: RocAreaIntervalOptions,
): BootstrapInterval {
  const pairs = countPairs(positives, scores, groups);
  return bootstrapInterval(pairs.positives.length, (drawn) => areaOf(pairs, drawn), {
    prng,
    resamples,
  });
}

/** The interval of the first scores' area less the second's, on the same resamples. */
export function rocAreaDifference(
  positives: ArrayLike<number | boolean>,
  [first, second]: readonly [ArrayLike<number>, ArrayLike<number>],
  { groups, prng, resamples = 1000 }: RocAreaIntervalOptions,
): BootstrapInterval {
  const [a, b] = [first, second].map((scores) => countPairs(positives, scores, groups));
  return bootstrapInterval(
    a!.positives.length,
    (drawn) => areaOf(a!, drawn) - areaOf(b!, drawn),
    { prng, resamples },
  );
}

/** What areas are made of, by group. */
interface Pairs {
  /** Pairs in order, `[group of the positive row][group of the negative row]`. */
  ordered: Float64Array[];
  positives: Float64Array;
  negatives: Float64Array;
}

function countPairs(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
  groups: ArrayLike<number | string>,
): Pairs {
  checkRows(positives, scores, groups);
  const names = [...new Set(Array.from(groups))];
  const place = new Map(names.map((name, group) => [name, group]));
  const groupOf = Uint32Array.from(groups as ArrayLike<string>, (name) => place.get(name)!);
  const count = names.length;
  const [positive, below] = [new Float64Array(count), new Float64Array(count)];
  const ordered = names.map(() => new Float64Array(count));
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row)
    .sort((a, b) => scores[a]! - scores[b]!);
  for (let first = 0, end = 0; first < order.length; first = end) {
    const tied = new Float64Array(count);
    while (end < order.length && scores[order[end]!] === scores[order[first]!]) {
      const row = order[end++]!;
      if (!positives[row]) tied[groupOf[row]!]!++;
    }
    for (let i = first; i < end; i++) {
      const group = groupOf[order[i]!]!;
      if (!positives[order[i]!]) continue;
      positive[group]!++;
      const own = ordered[group]!;
      for (let other = 0; other < count; other++) own[other]! += below[other]! + tied[other]! / 2;
    }
    for (let other = 0; other < count; other++) below[other]! += tied[other]!;
  }
  return { ordered, positives: positive, negatives: below };
}

function checkRows(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
  groups: ArrayLike<number | string>,
): void {
  const wrong = (wanted: string, found: string) =>
    new RangeError(`Cannot find the interval of an area: wanted ${wanted}, found ${found}`);
  const rows = positives.length;
  if (scores.length !== rows || groups.length !== rows) {
    throw wrong(
      `a score and a group for each of ${rows} rows`,
      `${scores.length} and ${groups.length}`,
    );
  }
  const bad = Array.from(scores).findIndex((score) => !Number.isFinite(score));
  if (bad >= 0) throw wrong("finite scores", `${scores[bad]} in row ${bad}`);
}

function areaOf({ ordered, positives, negatives }: Pairs, drawn: Uint32Array): number {
  const times = new Float64Array(positives.length);
  for (const group of drawn) times[group]!++;
  const sum = (values: Float64Array) =>
    values.reduce((total, value, group) => total + value * times[group]!, 0);
  const inOrder = ordered.reduce((total, own, group) => total + times[group]! * sum(own), 0);
  return inOrder / (sum(positives) * sum(negatives));
}

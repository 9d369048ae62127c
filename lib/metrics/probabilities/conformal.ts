import { checkProbabilities } from "./check_probabilities.ts";

/** Options of {@linkcode fitConformal}. */
export interface FitConformalOptions {
  /** Share of the rows of each class whose set is to hold that class, above 0 and below 1; 0.9 by default. */
  coverage?: number;
  /** See {@linkcode PredictionSetsOptions}. */
  groups?: readonly (readonly number[])[];
}

/** Options of {@linkcode predictionSets}. */
export interface PredictionSetsOptions {
  /**
   * Classes that count as one, as lists of class indices that hold every class once: their probabilities are added up.
   * Each class by itself by default.
   */
  groups?: readonly (readonly number[])[];
}

/**
 * Fits split-conformal prediction sets by class (Mondrian): a probability for each class from which on the class
 * belongs to a row's set. Of rows that are exchangeable with the calibration rows, at least the share `coverage` of
 * every class have their own class in their set, however wrong the probabilities are (Vovk, Gammerman and Shafer,
 * Algorithmic Learning in a Random World, 2005, chapter 4.5).
 *
 * @param labels Class index of every calibration row, `[rows]`: rows that the classifier did not learn from.
 * @param probabilities Probability of each class for every row, `[rows * classes]`, row by row.
 * @returns One threshold a class or group, from 0 to 1; 0, with which every set holds the class, where there are
 *   too few of its rows to promise anything: fewer than `coverage / (1 - coverage)`.
 * @throws {RangeError} When lengths differ, or an index, a probability or the coverage is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fitConformal } from "lib/metrics/mod.ts";
 *
 * const thresholds = fitConformal([0, 0, 0, 1], [0.9, 0.1, 0.8, 0.2, 0.4, 0.6, 0.3, 0.7], 2, {
 *   coverage: 0.75,
 * });
 * assert.deepEqual(thresholds, [0.4, 0]);
 * ```
 */
export function fitConformal(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  { coverage = 0.9, groups }: FitConformalOptions = {},
): number[] {
  if (!(coverage > 0 && coverage < 1)) {
    throw new RangeError(
      `Cannot fit prediction sets: wanted a coverage between 0 and 1, found ${coverage}`,
    );
  }
  checkProbabilities(labels, probabilities, classes);
  if (groups) {
    const joined = joinGroups(probabilities, groups);
    const own = Array.from(labels, (label) => groups.findIndex((group) => group.includes(label)));
    return fitConformal(own, joined, groups.length, { coverage });
  }
  return Array.from({ length: classes }, (_, label) => {
    const own: number[] = [];
    for (let row = 0; row < labels.length; row++) {
      if (labels[row] === label) own.push(probabilities[row * classes + label]!);
    }
    own.sort((a, b) => a - b);
    // So many rows may lie below; a product such as 0.9 * 10 may be off by a rounding.
    const below = own.length + 1 - Math.ceil(coverage * (own.length + 1) - 1e-9);
    return own[below - 1] ?? 0;
  });
}

/**
 * The classes of each row whose probability reaches their threshold.
 *
 * @param probabilities Probability of each class for every row, `[rows * classes]`, row by row.
 * @param thresholds One a class, of {@linkcode fitConformal}.
 * @returns Class indices of each row, ascending, `[rows]`; the first of each group where there are groups. None: the
 *   row is like no class that the thresholds were fitted on.
 * @throws {RangeError} When there are not as many probabilities for each row as thresholds, or as classes in groups.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { predictionSets } from "lib/metrics/mod.ts";
 *
 * const sets = predictionSets([0.9, 0.1, 0.5, 0.5, 0.1, 0.9], [0.4, 0.2]);
 * assert.deepEqual(sets, [[0], [0, 1], [1]]);
 * ```
 */
export function predictionSets(
  probabilities: ArrayLike<number>,
  thresholds: readonly number[],
  { groups }: PredictionSetsOptions = {},
): number[][] {
  if (groups) {
    const own = groups.flat().length;
    if (probabilities.length % own !== 0 || thresholds.length !== groups.length) {
      throw new RangeError(
        `Cannot make prediction sets: wanted ${own} probabilities for each row and a threshold for each of ` +
          `${groups.length} groups, found ${probabilities.length} in all and ${thresholds.length} thresholds`,
      );
    }
    const sets = predictionSets(joinGroups(probabilities, groups), thresholds);
    return sets.map((set) => set.map((group) => groups[group]![0]!));
  }
  const classes = thresholds.length;
  const rows = probabilities.length / classes;
  if (!Number.isInteger(rows)) {
    throw new RangeError(
      `Cannot make prediction sets: wanted ${classes} probabilities for each row, ` +
        `found ${probabilities.length} in all`,
    );
  }
  return Array.from({ length: rows }, (_, row) => {
    const set: number[] = [];
    for (let label = 0; label < classes; label++) {
      if (probabilities[row * classes + label]! >= thresholds[label]!) set.push(label);
    }
    return set;
  });
}

/** The probabilities of groups of classes: `[rows * groups]`. */
function joinGroups(
  probabilities: ArrayLike<number>,
  groups: readonly (readonly number[])[],
): number[] {
  const classes = groups.flat().length;
  return Array.from(
    { length: probabilities.length / classes },
    (_, row) =>
      groups.map((group) =>
        group.reduce((sum, label) => sum + probabilities[row * classes + label]!, 0)
      ),
  ).flat();
}

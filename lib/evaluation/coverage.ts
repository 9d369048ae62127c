import { applyTemperature, predictionSets } from "lib/metrics/mod.ts";
import type { Doubt } from "./fit_doubt.ts";

/** How often sets of classes held the actual class, or one that counts as the same, over rows of four classes. */
export interface Coverage {
  /** Rows of each class, `[4]`. */
  rows: number[];
  /** Rows of each class whose set held it or a class of its group, `[4]`. */
  covered: number[];
  /** Rows whose set held more than one class, or none. */
  uncertain: number;
}

/** Of no rows yet. */
export function noCoverage(): Coverage {
  return { rows: [0, 0, 0, 0], covered: [0, 0, 0, 0], uncertain: 0 };
}

/**
 * The classes that may be those of each row, by a model's doubt.
 *
 * @param probabilities of each class for each row, `[rows * classes]`.
 * @returns class indices of each row, ascending; the first of each group.
 */
export function classSets(
  probabilities: Float32Array,
  { temperature, thresholds, groups }: Doubt,
): number[][] {
  const tempered = applyTemperature(probabilities, groups.flat().length, { temperature });
  return predictionSets(tempered, thresholds, { groups });
}

/** Counts more rows into a coverage, in place. */
export function addCoverage(
  coverage: Coverage,
  sets: readonly (readonly number[])[],
  labels: ArrayLike<number>,
  { groups }: Pick<Doubt, "groups">,
): void {
  sets.forEach((set, row) => {
    const label = labels[row]!;
    const [name] = groups.find((group) => group.includes(label))!;
    coverage.rows[label]!++;
    if (set.includes(name!)) coverage.covered[label]!++;
    if (set.length !== 1) coverage.uncertain++;
  });
}

import type { PatientScores } from "../patients/patient_scores.ts";

/** One of several trainings that differ in their seed alone. */
export interface SeedRun {
  /** Seed of the training. */
  seed: number;
  /** The epoch whose weights were kept. */
  bestEpoch: number;
  /** Macro-F1 on the validation rows in that epoch: what the published model is chosen by. */
  valMacroF1: number;
  /** Scores on the test rows. */
  accuracy: number;
  /** Macro-F1 on the test rows. */
  macroF1: number;
  /** The same scores in the terms of the field, for a model by patient. */
  patients?: PatientScores;
}

/** Trainings with several seeds: the spread of their scores says how far one of them can be trusted. */
export interface SeedScores {
  /** One for each seed. */
  runs: SeedRun[];
  /** The seed of the run with the best macro-F1 on the validation rows. */
  chosen: number;
  /** Means over the runs, on the test rows. */
  mean: { accuracy: number; macroF1: number };
  /** Standard deviations over the runs (divided by runs - 1); 0 for a single run. */
  deviation: { accuracy: number; macroF1: number };
}

/**
 * Mean and spread of the test scores of several seeds, and which of them to publish: chosen on the validation
 * rows, never by the test scores.
 *
 * @throws {RangeError} When there is no run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { seedScores } from "lib/evaluation/mod.ts";
 *
 * const { chosen, mean } = seedScores([
 *   { seed: 0, bestEpoch: 9, valMacroF1: 0.91, accuracy: 0.98, macroF1: 0.92 },
 *   { seed: 1, bestEpoch: 7, valMacroF1: 0.93, accuracy: 0.97, macroF1: 0.9 },
 * ]);
 * assert.equal(chosen, 1);
 * assert.equal(mean.macroF1, 0.91);
 * ```
 */
export function seedScores(runs: readonly SeedRun[]): SeedScores {
  const [first, ...others] = runs;
  if (first === undefined) {
    throw new RangeError("Cannot compare seeds: wanted at least one run, found none");
  }
  const best = others.reduce((a, b) => b.valMacroF1 > a.valMacroF1 ? b : a, first);
  const mean = { accuracy: meanOf(runs, "accuracy"), macroF1: meanOf(runs, "macroF1") };
  const deviation = {
    accuracy: deviationOf(runs, "accuracy", mean),
    macroF1: deviationOf(runs, "macroF1", mean),
  };
  return { runs: runs.map((run) => ({ ...run })), chosen: best.seed, mean, deviation };
}

type Score = "accuracy" | "macroF1";

function meanOf(runs: readonly SeedRun[], score: Score): number {
  return runs.reduce((sum, run) => sum + run[score], 0) / runs.length;
}

function deviationOf(runs: readonly SeedRun[], score: Score, mean: Record<Score, number>): number {
  const squares = runs.reduce((sum, run) => sum + (run[score] - mean[score]) ** 2, 0);
  return runs.length > 1 ? Math.sqrt(squares / (runs.length - 1)) : 0;
}

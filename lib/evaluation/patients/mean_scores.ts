import type { PatientScores } from "./patient_scores.ts";

/** Mean and standard deviation (divided by n - 1; 0 for a single one) of scores of several seeds. */
export interface MeanScores {
  /** Number of seeds. */
  seeds: number;
  /** Accuracy. */
  accuracy: Spread;
  /** Macro-F1. */
  macroF1: Spread;
  /** Cohen's kappa. */
  kappa: Spread;
  /** The j-kappa index of Mar et al. 2011. */
  jKappa: Spread;
  /** F1, Se and +P of each class by its letter. */
  f1: Record<string, Spread>;
  /** Se of each class by its letter. */
  sensitivity: Record<string, Spread>;
  /** +P of each class by its letter. */
  positivePredictivity: Record<string, Spread>;
}

/** A mean and how far the values spread. */
export interface Spread {
  /** Mean. */
  mean: number;
  /** Standard deviation. */
  deviation: number;
}

/**
 * The mean of scores and their spread.
 *
 * @throws {RangeError} When there are none.
 */
export function meanScores(scores: readonly PatientScores[]): MeanScores {
  const [first] = scores;
  if (!first) throw new RangeError("Cannot take a mean of scores: wanted at least one, found none");
  const of = (value: (one: PatientScores) => number) => spreadOf(scores.map(value));
  const ofClasses = (key: "f1" | "sensitivity" | "positivePredictivity") =>
    Object.fromEntries(
      first.classes.map(({ letter }, i) => [letter, of(({ classes }) => classes[i]![key])]),
    );
  return {
    seeds: scores.length,
    accuracy: of(({ accuracy }) => accuracy),
    macroF1: of(({ macroF1 }) => macroF1),
    kappa: of(({ kappa }) => kappa),
    jKappa: of(({ jKappa }) => jKappa),
    f1: ofClasses("f1"),
    sensitivity: ofClasses("sensitivity"),
    positivePredictivity: ofClasses("positivePredictivity"),
  };
}

/** A score that is not known, null in a file, has a mean that is not known. */
function spreadOf(scores: (number | null)[]): Spread {
  const values = scores.map((score) => score ?? NaN);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

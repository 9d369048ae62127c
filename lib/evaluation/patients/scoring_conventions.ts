import { labelOfSymbol } from "lib/beats/mod.ts";
import { confusionOfCounts, type PredictionCounts } from "./count_predictions.ts";
import { patientScores } from "./patient_scores.ts";

/** The same predictions scored in one of the ways that papers differ in. */
export interface ScoringConvention {
  /** What the convention is called in tables. */
  name: string;
  /** Trace over sum, or the mean over the classes where the name says so. */
  accuracy: number;
  /** Mean F1 over the classes. */
  macroF1: number;
  /** The j-kappa index of Mar et al. 2011. */
  jKappa: number;
  /** F1, Se and +P of S and of V. */
  supraventricular: BinaryScores;
  /** F1, Se and +P of V. */
  ventricular: BinaryScores;
}

/** Scores of one class against all others. */
export interface BinaryScores {
  /** Se: share of the beats of the class that were assigned to it. */
  sensitivity: number;
  /** +P: share of the beats assigned to the class that belong to it. */
  positivePredictivity: number;
  /** Harmonic mean of sensitivity and positive predictivity. */
  f1: number;
}

/**
 * Scores of the same predictions in the conventions that papers differ in: plain; accuracy as the mean of each class
 * against the others; Q as the fifth class; escape beats (e, j) as S, as the AAMI recommendation has them, instead of
 * N; and the leniencies of ANSI/AAMI EC57, by which an F beat called V, a Q beat called V and a Q beat called S are no
 * false positives.
 *
 * @throws {RangeError} When there is no beat of the classes N, S, V and F.
 */
export function scoringConventions(counts: PredictionCounts): ScoringConvention[] {
  const records = Object.values(counts);
  const plain = confusionOfCounts(records);
  const five = confusionOfCounts(records, { classes: 5 });
  const escapes = confusionOfCounts(records, {
    labelOf: (symbol) => symbol === "e" || symbol === "j" ? 1 : labelOfSymbol(symbol),
  });
  const ours = scored("plain: N, S, V, F", plain);
  return [
    ours,
    {
      ...ours,
      name: "accuracy as the mean of each class against the others",
      accuracy: meanAccuracy(plain),
    },
    scored("Q as the fifth class", five),
    scored("e and j as S", escapes),
    {
      ...ours,
      name: "EC57: F or Q called V, and Q called S, are no false positives",
      supraventricular: lenient(five, 1, [4]),
      ventricular: lenient(five, 2, [3, 4]),
    },
  ];
}

function scored(name: string, confusion: number[][]): ScoringConvention {
  const { accuracy, macroF1, jKappa, classes } = patientScores(confusion);
  const of = (label: number): BinaryScores => {
    const { sensitivity, positivePredictivity, f1 } = classes[label]!;
    return { sensitivity, positivePredictivity, f1 };
  };
  return { name, accuracy, macroF1, jKappa, supraventricular: of(1), ventricular: of(2) };
}

/** The mean over the classes of the share of beats that a class and its contrary are told right of. */
function meanAccuracy(confusion: readonly (readonly number[])[]): number {
  const total = confusion.flat().reduce((sum, count) => sum + count, 0);
  const wrong = confusion.flatMap((row, actual) => row.filter((_, label) => label !== actual))
    .reduce((sum, count) => sum + count, 0);
  // Each error is one of two classes: a miss of one and a false positive of the other.
  return 1 - 2 * wrong / (total * confusion.length);
}

/** Scores of a class whose false positives do not count beats of some classes. */
function lenient(
  confusion: readonly (readonly number[])[],
  label: number,
  excused: readonly number[],
): BinaryScores {
  const hits = confusion[label]![label]!;
  const actual = confusion[label]!.reduce((sum, count) => sum + count, 0);
  const wrong = confusion.reduce(
    (sum, row, other) => other === label || excused.includes(other) ? sum : sum + row[label]!,
    0,
  );
  const share = (of: number) => of > 0 ? hits / of : 0;
  return {
    sensitivity: share(actual),
    positivePredictivity: share(hits + wrong),
    f1: actual + hits + wrong > 0 ? 2 * hits / (actual + hits + wrong) : 0,
  };
}

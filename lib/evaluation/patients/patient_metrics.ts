import { patientOf } from "lib/beats/mod.ts";
import { type BootstrapInterval, bootstrapInterval } from "lib/metrics/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { confusionOfCounts, type PredictionCounts } from "./count_predictions.ts";
import type { FoldMeans } from "./fold_scores.ts";
import { type PatientScores, patientScores } from "./patient_scores.ts";
import { type ScoringConvention, scoringConventions } from "./scoring_conventions.ts";

/** What is kept in `metrics.json` of a model that was scored on patients whom it was not trained on. */
export interface PatientMetrics {
  /** Scores over the classes N, S, V and F, without record 202. */
  scores: PatientScores;
  /** 95 % intervals of those scores, patients resampled. */
  intervals: PatientIntervals;
  /** The same scores of other choices of records: what single records do to them. */
  records: {
    /** With record 202, whose patient is that of 201, which is trained on. Undefined where it was not scored. */
    with202?: PatientScores;
    /** Without the record that has the most beats of class S, and without the one that has the most of F. */
    without: { record: string; letter: string; scores: PatientScores }[];
  };
  /** The same predictions scored in the conventions of other papers. */
  conventions: ScoringConvention[];
  /** The mean of all seeds' probabilities, scored like one model. */
  ensemble?: { seeds: number; scores: PatientScores };
  /** What folds in DS1 said of the same configuration; undefined where none are stored. */
  folds?: FoldMeans;
  /** The predictions that all of the above are made of. */
  predictions: PredictionCounts;
}

/** Intervals by the name of the score; of classes by letter. */
export interface PatientIntervals {
  /** Of the macro-F1. */
  macroF1: BootstrapInterval;
  /** Of the j-kappa index. */
  jKappa: BootstrapInterval;
  /** Of the F1 of each class by its letter. */
  f1: Record<string, BootstrapInterval>;
}

/**
 * Scores of predictions by patient: the classes N, S, V and F over all records but 202, in other choices of records,
 * in other conventions, and with intervals by patient.
 *
 * @throws {RangeError} When there is no beat of those classes.
 */
export function patientMetrics(
  predictions: PredictionCounts,
  { resamples = 1000 }: { resamples?: number } = {},
): PatientMetrics {
  const { "202": second, ...counts } = predictions;
  const all = Object.values(counts);
  const without = [1, 3].flatMap((label) => {
    const record = recordWithMost(counts, label);
    if (record === undefined) return [];
    const others = Object.keys(counts).filter((name) => name !== record);
    const confusion = confusionOfCounts(others.map((name) => counts[name]!));
    if (!hasBeats(confusion)) return [];
    return [{ record, letter: label === 1 ? "S" : "F", scores: patientScores(confusion) }];
  });
  return {
    scores: patientScores(confusionOfCounts(all)),
    intervals: patientIntervals(counts, resamples),
    records: {
      ...(second ? { with202: patientScores(confusionOfCounts([...all, second])) } : {}),
      without,
    },
    conventions: scoringConventions(counts),
    predictions,
  };
}

/** The record with the most beats of a class; undefined where none has any. */
export function recordWithMost(counts: PredictionCounts, label: number): string | undefined {
  const beats = (record: string) =>
    confusionOfCounts([counts[record]!])[label]!.reduce((sum, count) => sum + count, 0);
  const [most] = Object.keys(counts).sort((a, b) => beats(b) - beats(a));
  return most !== undefined && beats(most) > 0 ? most : undefined;
}

/** Percentile bootstrap over patients: a patient's records are drawn together. Resamples without a class count it 0. */
function patientIntervals(counts: PredictionCounts, resamples: number): PatientIntervals {
  const patients = [...Map.groupBy(Object.keys(counts), patientOf).values()]
    .map((records) => confusionOfCounts(records.map((record) => counts[record]!)));
  const interval = (score: (scores: PatientScores) => number) =>
    bootstrapInterval(
      patients.length,
      (drawn) => {
        const sum = sumOf(Array.from(drawn, (patient) => patients[patient]!));
        return hasBeats(sum) ? score(patientScores(sum)) : NaN;
      },
      { prng: createPrng(0), resamples },
    );
  return {
    macroF1: interval(({ macroF1 }) => macroF1),
    jKappa: interval(({ jKappa }) => jKappa),
    f1: Object.fromEntries(
      ["N", "S", "V", "F"].map((letter, i) => [letter, interval(({ classes }) => classes[i]!.f1)]),
    ),
  };
}

function sumOf(confusions: number[][][]): number[][] {
  return confusions.reduce((sum, one) => sum.map((row, i) => row.map((n, j) => n + one[i]![j]!)));
}

function hasBeats(confusion: number[][]): boolean {
  return confusion.flat().some((count) => count > 0);
}

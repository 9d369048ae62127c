import { type ConfusionSums, confusionSums } from "./confusion/confusion_sums.ts";

/** How well one class was found. */
export interface ClassScores {
  /** Share of the rows given this class that are of it (positive predictivity), 0 if none was given. */
  precision: number;
  /** Share of the rows of this class that were given it (sensitivity), 0 if there is none. */
  recall: number;
  /** Harmonic mean of precision and recall, 0 if both are. */
  f1: number;
  /** Number of rows of this class. */
  support: number;
}

/** Scores of a classifier, over all classes and for each. */
export interface ClassificationReport {
  /** Share of all rows that were predicted as they are: trace over sum. */
  accuracy: number;
  /** Plain means over the classes. */
  macroPrecision: number;
  /** Plain mean of the recalls. */
  macroRecall: number;
  /** Plain mean of the F1. */
  macroF1: number;
  /** Means over the classes, each weighted by its support. */
  weightedPrecision: number;
  /** Mean of the recalls weighted by support. */
  weightedRecall: number;
  /** Mean of the F1 weighted by support. */
  weightedF1: number;
  /** Number of rows. */
  support: number;
  /** Scores of every class, in class order. */
  classes: ClassScores[];
}

/** Options of {@linkcode classificationReport}. */
export interface ClassificationReportOptions {
  /** Classes whose scores the means are taken over; all of them by default. */
  averagedClasses?: readonly number[];
}

/**
 * Precision, recall, F1 and support of each class, their means, and the accuracy.
 *
 * A share of nothing counts as 0, so a class without rows lowers the plain means: leave it out with
 * `averagedClasses` and say so beside the number. Same numbers as scikit-learn's
 * `classification_report(..., zero_division=0)`.
 *
 * @param confusion Counts as `[actual][predicted]`, square.
 * @throws {RangeError} When the matrix is not square, counts no row, or an averaged class is none of its.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { classificationReport } from "lib/metrics/mod.ts";
 *
 * const report = classificationReport([[8, 2], [0, 10]]);
 * assert.equal(report.accuracy, 0.9);
 * assert.equal(report.classes[0]!.recall, 0.8);
 * assert.equal(report.classes[0]!.precision, 1);
 * ```
 */
export function classificationReport(
  confusion: readonly (readonly number[])[],
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const sums = confusionSums(confusion);
  const classes = confusion.map((row, index) => classScores(row[index]!, sums, index));
  const averaged = averagedScores(classes, options.averagedClasses);
  return {
    accuracy: sums.correct / sums.total,
    macroPrecision: weightedMean(averaged, "precision", () => 1),
    macroRecall: weightedMean(averaged, "recall", () => 1),
    macroF1: weightedMean(averaged, "f1", () => 1),
    weightedPrecision: weightedMean(averaged, "precision", (scores) => scores.support),
    weightedRecall: weightedMean(averaged, "recall", (scores) => scores.support),
    weightedF1: weightedMean(averaged, "f1", (scores) => scores.support),
    support: sums.total,
    classes,
  };
}

function classScores(hits: number, sums: ConfusionSums, index: number): ClassScores {
  const support = sums.actual[index]!;
  const given = sums.predicted[index]!;
  return {
    precision: given > 0 ? hits / given : 0,
    recall: support > 0 ? hits / support : 0,
    f1: given + support > 0 ? 2 * hits / (given + support) : 0,
    support,
  };
}

function averagedScores(classes: ClassScores[], indices?: readonly number[]): ClassScores[] {
  if (indices === undefined) return classes;
  if (indices.length === 0) {
    throw new RangeError("Cannot average class scores: wanted at least one class, found none");
  }
  return indices.map((index) => {
    const scores = classes[index];
    if (scores === undefined) {
      throw new RangeError(
        `Cannot average class scores: wanted classes from 0 to ${
          classes.length - 1
        }, found ${index}`,
      );
    }
    return scores;
  });
}

function weightedMean(
  classes: ClassScores[],
  score: "precision" | "recall" | "f1",
  weight: (scores: ClassScores) => number,
): number {
  let sum = 0;
  let weights = 0;
  for (const scores of classes) {
    sum += weight(scores) * scores[score];
    weights += weight(scores);
  }
  return weights > 0 ? sum / weights : 0;
}

import { aamiClasses, type Dataset } from "lib/beats/mod.ts";
import {
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
} from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** How a model did on the beats of one record. */
export interface RecordScores {
  /** The record's name; "" for rows of which it is not known. */
  record: string;
  /** Its beats in the dataset. */
  rows: number;
  /** Those that were misclassified. */
  errors: number;
  /** Counts as `[actual][predicted]`. */
  confusion: number[][];
  /** The plain means are over the classes that the record has beats of. */
  report: ClassificationReport;
}

/**
 * Scores of each record, in the order of their names. One number over all records hides that a rare
 * class may come from one or two of them.
 */
export function scoresByRecord(
  evaluation: Pick<Evaluation, "labels" | "predicted" | "confusion">,
  dataset: Pick<Dataset, "provenance">,
): RecordScores[] {
  const { labels, predicted, confusion: { length: classes } } = evaluation;
  const rowsOf = Map.groupBy(labels.keys(), (row) => dataset.provenance[row]!.record);
  const names = [...rowsOf.keys()].sort();
  return names.map((record) => {
    const rows = rowsOf.get(record)!;
    const own = rows.map((row) => labels[row]!);
    const confusion = confusionMatrix(own, rows.map((row) => predicted[row]!), classes);
    const errors = rows.filter((row) => labels[row] !== predicted[row]).length;
    const report = classificationReport(confusion, { averagedClasses: [...new Set(own)].sort() });
    return { record, rows: rows.length, errors, confusion, report };
  });
}

/** One line of a table of {@linkcode RecordScores}: the beats and the F1 of each class by its letter. */
export type RecordScoresRow = Record<string, string | number | null>;

/**
 * Scores of records as lines of a table, for a data frame: the record, its beats, errors and accuracy, then the
 * F1 of each class, null where the record has no beat of it.
 */
export function recordScoresTable(scores: readonly RecordScores[]): RecordScoresRow[] {
  return scores.map(({ record, rows, errors, report }) => ({
    record,
    beats: rows,
    errors,
    accuracy: report.accuracy,
    ...Object.fromEntries(
      report.classes.map(({ f1, support }, label) => [
        `F1 ${aamiClasses[label]!.letter}`,
        support > 0 ? f1 : null,
      ]),
    ),
  }));
}

import type { DataSource, Role } from "lib/beats/mod.ts";
import type { ClassificationReport, ThresholdCurve } from "lib/metrics/mod.ts";

/** What a model said of the rows of a dataset, and how right it was. */
export interface Evaluation {
  /** The model's name. */
  model: string;
  /** What the rows are for. */
  role: Role;
  /** Where the rows come from. */
  source: DataSource;
  /** Number of rows. */
  rows: number;
  /** The class of every row, `[rows]`. */
  labels: Uint8Array;
  /** The class that the model gave the highest probability, `[rows]`. */
  predicted: Uint8Array;
  /** The probability of each class for each row, row by row, `[rows * classes]`. */
  probabilities: Float32Array;
  /** Counts as `[actual][predicted]`. */
  confusion: number[][];
  /** Accuracy, macro-F1, and the scores of each class. */
  report: ClassificationReport;
  /** Of each class against all others: sensitivity over false positive rate. */
  roc: ThresholdCurve[];
  /** Of each class against all others: precision over recall. */
  pr: ThresholdCurve[];
}

import { aamiClasses, type DataSource, type Role } from "lib/beats/mod.ts";
import type { ClassScores } from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Doubt } from "./fit_doubt.ts";
import type { PatientMetrics } from "./patients/patient_metrics.ts";
import type { SeedScores } from "./cards/seed_scores.ts";

/** Scores of one class, as `metrics.json` holds them. */
export interface ClassMetrics extends ClassScores {
  /** The letter of the AAMI class. */
  letter: string;
  /** Area under the receiver operating characteristic; null where it is not defined. */
  rocArea: number | null;
  /** Average precision; null where there is no row of the class. */
  averagePrecision: number | null;
}

/** The scores of a model that are kept beside it, in `metrics.json`. */
export interface ModelMetrics {
  /** The rule that divided the beats into training and test. */
  split: string;
  /** What the scored rows were for. */
  role: Role;
  /** Where the data comes from. */
  source: DataSource;
  /** Number of scored rows. */
  rows: number;
  /** Share of rows that are right, 0 to 1. */
  accuracy: number;
  /** Plain means over all classes. */
  macroF1: number;
  /** Mean precision over the classes. */
  macroPrecision: number;
  /** Mean recall over the classes. */
  macroRecall: number;
  /** In label order. */
  classes: ClassMetrics[];
  /** Counts as `[actual][predicted]`. */
  confusion: number[][];
  /** The trainings that the model was chosen from, for a published model. */
  seeds?: SeedScores;
  /** The project's commit that the model was trained with, for a published model. */
  commit?: string;
  /** Scores by patient, for a model that was scored on patients whom it was not trained on. */
  patients?: PatientMetrics;
  /** Temperature and prediction sets of validation rows, for a model by patient. */
  doubt?: Doubt;
}

/** Options of {@linkcode modelMetrics}. */
export interface ModelMetricsOptions {
  /** The name of the split that the rows are from. */
  split: string;
  /** The trainings that the model was chosen from. */
  seeds?: SeedScores;
  /** The project's commit that the model was trained with. */
  commit?: string;
  /** Scores by patient. */
  patients?: PatientMetrics;
  /** How far the probabilities can be trusted. */
  doubt?: Doubt;
}

/** The numbers of an evaluation that are worth keeping: all but what there is for each row. */
export function modelMetrics(evaluation: Evaluation, options: ModelMetricsOptions): ModelMetrics {
  const { role, source, rows, report, confusion, roc, pr } = evaluation;
  const { accuracy, macroF1, macroPrecision, macroRecall } = report;
  const { split, seeds, commit, patients, doubt } = options;
  return {
    split,
    role,
    source,
    rows,
    accuracy,
    macroF1,
    macroPrecision,
    macroRecall,
    classes: report.classes.map((scores, label) => ({
      letter: aamiClasses[label]!.letter,
      ...scores,
      rocArea: numberOrNull(roc[label]!.area),
      averagePrecision: numberOrNull(pr[label]!.area),
    })),
    confusion,
    ...(seeds ? { seeds } : {}),
    ...(commit ? { commit } : {}),
    ...(patients ? { patients } : {}),
    ...(doubt ? { doubt } : {}),
  };
}

/** JSON has no NaN. */
function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

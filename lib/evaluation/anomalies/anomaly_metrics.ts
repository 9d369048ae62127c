import { aamiClasses, type Dataset, type DataSource, patientOf, type Role } from "lib/beats/mod.ts";
import {
  type BootstrapInterval,
  precisionRecallCurve,
  quantile,
  rocAreaDifference,
  rocAreaInterval,
  rocCurve,
} from "lib/metrics/mod.ts";
import { createPrng } from "lib/random/mod.ts";

/** How well beats that are not normal stand out, of one class or of all. */
export interface AnomalyScores {
  /** The letter of the AAMI class; "not N" for all. */
  letter: string;
  /** How many of them there are. */
  beats: number;
  /** Area under the receiver operating characteristic, against the beats of class N. */
  area: number;
  /** Area under precision over recall, against the beats of class N, 0 to 1. */
  averagePrecision: number;
  /** Share of the beats above the threshold. */
  sensitivity: number;
}

/** Another way to say how unusual a beat is, scored on the same rows. */
export interface AnomalyBaseline {
  /** What it is, in a few words. */
  name: string;
  /** The area and its 95 % interval over patients. */
  area: BootstrapInterval;
  /** The model's area less this one. */
  difference: BootstrapInterval;
}

/** What is kept of an autoencoder's scores, in `anomalies.json`. */
export interface AnomalyMetrics {
  /** The rule that divided the beats into training and test. */
  split: string;
  /** The part that was scored. */
  role: Role;
  /** Where its records are from. */
  source: DataSource;
  /** Number of scored rows. */
  rows: number;
  /** The error from which on a beat is called unusual: the quantile of the normal validation beats. */
  threshold: number;
  /** Share of the normal validation beats above it, by choice. */
  allowed: number;
  /** Share of the normal scored beats above it. */
  falseAlarms: number;
  /** Beats that are not normal, all together. */
  all: AnomalyScores;
  /** The area of all with its 95 % interval over patients. */
  area: BootstrapInterval;
  /** One for each class other than N that has beats. */
  classes: AnomalyScores[];
  /** Other methods on the same rows; none where none was tried. */
  baselines: AnomalyBaseline[];
  /** Trainings that differ in their seed, the best on the validation rows first. */
  seeds?: { seed: number; validationLoss: number; area: number }[];
  /** The project's commit that the model was trained with. */
  commit?: string;
}

/** Options of {@linkcode anomalyMetrics}. */
export interface AnomalyMetricsOptions {
  /** The rule that divided the beats into training and test. */
  split: string;
  /** The error of each normal validation row. */
  validation: ArrayLike<number>;
  /** What others say of the same rows, by name. */
  baselines?: Record<string, ArrayLike<number>>;
  /** Share of the normal validation beats that may be called unusual. Default 0.05. */
  allowed?: number;
  /** How often patients are resampled for an interval. Default 1000. */
  resamples?: number;
}

/**
 * How well beats that are not of class N stand out by their errors.
 *
 * @param errors One for each row of the dataset; the greater, the more unusual.
 */
export function anomalyMetrics(
  errors: ArrayLike<number>,
  dataset: Pick<Dataset, "labels" | "provenance" | "role" | "source">,
  { split, validation, baselines = {}, allowed = 0.05, resamples = 1000 }: AnomalyMetricsOptions,
): AnomalyMetrics {
  const { labels, provenance, role, source } = dataset;
  const threshold = quantile(Float64Array.from(validation), 1 - allowed);
  const positives = labels.map((label) => label > 0 ? 1 : 0);
  const groups = provenance.map(({ record }) => patientOf(record));
  const options = () => ({ groups, prng: createPrng(0), resamples });
  const above = (label: number) => {
    const own = Array.from(labels.keys()).filter((row) => labels[row] === label);
    return own.filter((row) => errors[row]! > threshold).length / own.length;
  };
  const present = [1, 2, 3, 4].filter((label) => labels.includes(label));
  return {
    split,
    role,
    source: { ...source },
    rows: labels.length,
    threshold,
    allowed,
    falseAlarms: above(0),
    all: scoresOf("not N", present, { errors, labels, threshold }),
    area: rocAreaInterval(positives, errors, options()),
    classes: present.map((label) =>
      scoresOf(aamiClasses[label]!.letter, [label], { errors, labels, threshold })
    ),
    baselines: Object.entries(baselines).map(([name, scores]) => ({
      name,
      area: rocAreaInterval(positives, scores, options()),
      difference: rocAreaDifference(positives, [errors, scores], options()),
    })),
  };
}

function scoresOf(
  letter: string,
  wanted: readonly number[],
  { errors, labels, threshold }: {
    errors: ArrayLike<number>;
    labels: Uint8Array;
    threshold: number;
  },
): AnomalyScores {
  const rows = Array.from(labels.keys())
    .filter((row) => labels[row] === 0 || wanted.includes(labels[row]!));
  const positives = rows.map((row) => labels[row]! > 0);
  const scores = rows.map((row) => errors[row]!);
  const beats = positives.filter(Boolean).length;
  return {
    letter,
    beats,
    area: rocCurve(positives, scores).area,
    averagePrecision: precisionRecallCurve(positives, scores).area,
    sensitivity: scores.filter((score, i) => positives[i] && score > threshold).length / beats,
  };
}

import { aamiClasses } from "lib/beats/mod.ts";
import { classificationReport, cohenKappa, jKappa } from "lib/metrics/mod.ts";

/** How well one class was found, in the terms of the AAMI recommendation (ANSI/AAMI EC57). */
export interface PatientClassScores {
  /** Letter of the class. */
  letter: string;
  /** Se: share of the beats of the class that were given it. */
  sensitivity: number;
  /** +P: share of the beats given the class that are of it. */
  positivePredictivity: number;
  /** Harmonic mean of sensitivity and positive predictivity. */
  f1: number;
  /** Beats of the class. */
  beats: number;
}

/** Scores as papers on classification by patient give them. */
export interface PatientScores {
  /** Scored beats. */
  beats: number;
  /** Trace over sum. */
  accuracy: number;
  /** The plain mean over the classes of the matrix. */
  macroF1: number;
  /** Cohen's kappa. */
  kappa: number;
  /** Mar et al. 2011, see `jKappa()`. */
  jKappa: number;
  /** Scores of each class. */
  classes: PatientClassScores[];
}

/**
 * Scores of a confusion matrix of the classes N, S, V and F, or with Q as the fifth.
 *
 * @param confusion Counts as `[actual][predicted]`.
 * @throws {RangeError} When the matrix is not square or counts no beat.
 */
export function patientScores(confusion: readonly (readonly number[])[]): PatientScores {
  const { accuracy, macroF1, support, classes } = classificationReport(confusion);
  return {
    beats: support,
    accuracy,
    macroF1,
    kappa: cohenKappa(confusion),
    jKappa: jKappa(confusion),
    classes: classes.map(({ recall, precision, f1, support }, label) => ({
      letter: aamiClasses[label]!.letter,
      sensitivity: recall,
      positivePredictivity: precision,
      f1,
      beats: support,
    })),
  };
}

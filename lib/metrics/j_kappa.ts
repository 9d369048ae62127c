import { classificationReport } from "./classification_report.ts";
import { cohenKappa } from "./confusion/cohen_kappa.ts";

/** Options of {@linkcode jKappa}: which classes of the matrix are which. */
export interface JKappaOptions {
  /** Class of supraventricular ectopic beats; 1 by default. */
  supraventricular?: number;
  /** Class of ventricular ectopic beats; 2 by default. */
  ventricular?: number;
}

/**
 * The j-kappa index of beat classifiers (Mar et al., IEEE Trans Biomed Eng 58(8):2168-2177, 2011):
 * half of Cohen's kappa and an eighth each of the sensitivity and the positive predictivity of both
 * kinds of ectopic beats, 0.5 kappa + 0.125 (Se_S + Se_V + +P_S + +P_V).
 *
 * Published values are those of matrices of the four classes N, S, V and F, usually by patient.
 *
 * @param confusion Counts as `[actual][predicted]`, square.
 * @returns At most 1.
 * @throws {RangeError} When the matrix is not square, counts no row or has not both classes.
 */
export function jKappa(
  confusion: readonly (readonly number[])[],
  { supraventricular = 1, ventricular = 2 }: JKappaOptions = {},
): number {
  const { classes } = classificationReport(confusion);
  let index = 0;
  for (const label of [supraventricular, ventricular]) {
    const scores = classes[label];
    if (scores === undefined) {
      throw new RangeError(
        `Cannot score j-kappa: wanted class ${label} in the matrix, found ${classes.length} classes`,
      );
    }
    index += scores.recall + scores.precision;
  }
  return 0.5 * cohenKappa(confusion) + 0.125 * index;
}

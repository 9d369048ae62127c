import { aamiClasses } from "lib/beats/mod.ts";
import { topPredictions } from "lib/metrics/mod.ts";

/**
 * For each row its likeliest class, and a line of CSV: its number, the class's letter, all probabilities.
 *
 * @throws {Error} When a probability is no number, as those of a model with damaged weights are.
 */
export function describePredictions(
  probabilities: Float32Array,
  firstRow: number,
): { label: number; text: string }[] {
  const classes = aamiClasses.length;
  const wrong = probabilities.findIndex((share) => !Number.isFinite(share));
  if (wrong >= 0) {
    const row = firstRow + Math.floor(wrong / classes);
    throw new Error(
      `Cannot classify row ${row}: the model gives it a probability of ${probabilities[wrong]}`,
    );
  }
  const { predicted } = topPredictions(probabilities, classes);
  return Array.from(predicted, (label, row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    const shares = Array.from(own, (share) => share.toFixed(6));
    return { label, text: [firstRow + row, aamiClasses[label]!.letter, ...shares].join(",") };
  });
}

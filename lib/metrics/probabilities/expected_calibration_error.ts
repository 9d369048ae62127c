import type { ReliabilityBin } from "./reliability_bins.ts";

/**
 * Expected calibration error: mean gap between confidence and accuracy over the bins, weighted by their rows
 * (Naeini et al. 2015).
 *
 * @param bins Predictions sorted by confidence; the result depends on their number.
 * @returns From 0, where confidence can be taken at its word, to 1.
 * @throws {RangeError} When the bins hold no row.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  let gaps = 0;
  let rows = 0;
  for (const { count, confidence, accuracy } of bins) {
    if (count === 0) continue;
    gaps += count * Math.abs(confidence - accuracy);
    rows += count;
  }
  if (rows > 0) return gaps / rows;
  throw new RangeError("Cannot score calibration: wanted at least one row in the bins, found none");
}

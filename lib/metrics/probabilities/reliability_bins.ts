/** Rows whose predictions are of like confidence. */
export interface ReliabilityBin {
  /** Confidences above `low`, up to and including `high`; the first bin includes 0. */
  low: number;
  /** Upper limit of the confidences, included. */
  high: number;
  /** Number of rows. */
  count: number;
  /** Mean confidence of the rows; NaN without rows. */
  confidence: number;
  /** Share of the rows that are right; NaN without rows. */
  accuracy: number;
}

/** Options of {@linkcode reliabilityBins}. */
export interface ReliabilityBinsOptions {
  /** Number of bins of equal width from 0 to 1; 15 by default. */
  binCount?: number;
}

/**
 * Sorts predictions by their confidence, for a reliability diagram: of predictions made with 80 % confidence
 * 80 % should be right. Same bins as scikit-learn's `calibration_curve(..., strategy="uniform")`.
 *
 * @param confidences Confidence of each row's prediction, `[rows]`, 0 to 1.
 * @param correct Whether the prediction is right, `[rows]`, as booleans, 0 or 1.
 * @throws {RangeError} When there are no rows, the lengths differ or a confidence is not in [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { reliabilityBins } from "lib/metrics/mod.ts";
 *
 * const bins = reliabilityBins([0.3, 0.9, 0.8, 0.7], [0, 1, 1, 0], { binCount: 2 });
 * assert.deepEqual(bins.map(({ count }) => count), [1, 3]);
 * assert.equal(bins[1]!.accuracy, 2 / 3);
 * ```
 */
export function reliabilityBins(
  confidences: ArrayLike<number>,
  correct: ArrayLike<number | boolean>,
  { binCount = 15 }: ReliabilityBinsOptions = {},
): ReliabilityBin[] {
  if (confidences.length !== correct.length || confidences.length === 0) {
    throw new RangeError(
      "Cannot sort predictions by confidence: wanted the same rows of both, at least one, " +
        `found ${confidences.length} confidences and ${correct.length} results`,
    );
  }
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, hits: 0 }));
  for (let row = 0; row < confidences.length; row++) {
    const confidence = checkedConfidence(confidences[row]!, row);
    const sum = sums[binOf(confidence, binCount)]!;
    sum.count++;
    sum.confidence += confidence;
    if (correct[row]) sum.hits++;
  }
  return sums.map(({ count, confidence, hits }, bin) => ({
    low: bin / binCount,
    high: (bin + 1) / binCount,
    count,
    confidence: confidence / count,
    accuracy: hits / count,
  }));
}

function checkedConfidence(confidence: number, row: number): number {
  // A sum of 32-bit numbers may pass 1 by a little.
  if (confidence >= 0 && confidence <= 1 + 1e-5) return Math.min(confidence, 1);
  throw new RangeError(
    `Cannot sort predictions by confidence: wanted one from 0 to 1, found ${confidence} in row ${row}`,
  );
}

function binOf(confidence: number, binCount: number): number {
  const bin = Math.max(Math.ceil(confidence * binCount) - 1, 0);
  // The product may round across an edge: the edges decide.
  if (confidence > (bin + 1) / binCount) return bin + 1;
  return bin > 0 && confidence <= bin / binCount ? bin - 1 : bin;
}

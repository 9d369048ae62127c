/** The most probable class of each row. */
export interface TopPredictions {
  /** Its index, `[rows]`; the first of equally probable ones. */
  predicted: Uint8Array;
  /** Its probability, `[rows]`. */
  confidences: Float32Array;
}

/**
 * Takes the most probable class of each row.
 *
 * @param probabilities Probability of each class for every row, `[rows * classCount]`, row by row.
 * @throws {RangeError} When the probabilities do not make whole rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { topPredictions } from "lib/metrics/mod.ts";
 *
 * assert.deepEqual([...topPredictions([0.25, 0.75, 0.5, 0.5], 2).predicted], [1, 0]);
 * ```
 */
export function topPredictions(
  probabilities: ArrayLike<number>,
  classCount: number,
): TopPredictions {
  const rowCount = probabilities.length / classCount;
  if (!Number.isInteger(rowCount)) {
    throw new RangeError(
      `Cannot take the most probable classes: wanted rows of ${classCount} probabilities, ` +
        `found ${probabilities.length} probabilities in all`,
    );
  }
  const predicted = new Uint8Array(rowCount);
  const confidences = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const first = row * classCount;
    let top = 0;
    for (let label = 1; label < classCount; label++) {
      if (probabilities[first + label]! > probabilities[first + top]!) top = label;
    }
    predicted[row] = top;
    confidences[row] = probabilities[first + top]!;
  }
  return { predicted, confidences };
}

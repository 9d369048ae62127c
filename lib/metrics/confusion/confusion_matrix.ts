/**
 * Counts how often each class was taken for each other class.
 *
 * @param actual Class index of every row, `[rows]`, integers in `0 .. classCount - 1`.
 * @param predicted Class index given to every row, same length.
 * @param classCount Number of classes; a class that never occurs keeps its row and column of zeros.
 * @returns Counts as `[actual][predicted]`, `[classCount, classCount]`.
 * @throws {RangeError} When there are no rows, the lengths differ or an index is not a class.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { confusionMatrix } from "lib/metrics/mod.ts";
 *
 * assert.deepEqual(confusionMatrix([0, 0, 1, 1], [0, 1, 1, 1], 2), [[1, 1], [0, 2]]);
 * ```
 */
export function confusionMatrix(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classCount: number,
): number[][] {
  if (actual.length !== predicted.length) {
    throw new RangeError(
      `Cannot count a confusion matrix: wanted one prediction for each of ${actual.length} rows, ` +
        `found ${predicted.length}`,
    );
  }
  if (actual.length === 0) {
    throw new RangeError("Cannot count a confusion matrix: wanted at least one row, found none");
  }
  const counts = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (let row = 0; row < actual.length; row++) {
    const from = classIndex(actual, row, "actual", classCount);
    const to = classIndex(predicted, row, "predicted", classCount);
    counts[from]![to]!++;
  }
  return counts;
}

function classIndex(
  indices: ArrayLike<number>,
  row: number,
  role: "actual" | "predicted",
  classCount: number,
): number {
  const index = indices[row]!;
  if (!Number.isInteger(index) || index < 0 || index >= classCount) {
    throw new RangeError(
      `Cannot count a confusion matrix: wanted ${role} classes from 0 to ${classCount - 1}, ` +
        `found ${index} in row ${row}`,
    );
  }
  return index;
}

/** Sums that every score of a confusion matrix is made of. */
export interface ConfusionSums {
  /** Rows in all. */
  total: number;
  /** Rows on the diagonal: predicted as they are. */
  correct: number;
  /** Rows that are of each class, `[classes]`. */
  actual: number[];
  /** Rows that were given each class, `[classes]`. */
  predicted: number[];
}

/**
 * Adds up a confusion matrix by row, by column and along its diagonal.
 *
 * @param confusion Counts as `[actual][predicted]`, square.
 * @throws {RangeError} When the matrix is not square or counts no row at all.
 */
export function confusionSums(confusion: readonly (readonly number[])[]): ConfusionSums {
  const classCount = confusion.length;
  const actual = new Array<number>(classCount).fill(0);
  const predicted = new Array<number>(classCount).fill(0);
  let total = 0;
  let correct = 0;
  confusion.forEach((row, from) => {
    if (row.length !== classCount) {
      throw new RangeError(
        `Cannot score a confusion matrix: wanted ${classCount} columns in each of its ` +
          `${classCount} rows, found ${row.length} in row ${from}`,
      );
    }
    row.forEach((count, to) => {
      actual[from]! += count;
      predicted[to]! += count;
      total += count;
      if (from === to) correct += count;
    });
  });
  if (!(total > 0)) {
    throw new RangeError(
      `Cannot score a confusion matrix: wanted at least one counted row, found a sum of ${total}`,
    );
  }
  return { total, correct, actual, predicted };
}

/** True and false positives as the decision threshold falls. */
export interface ThresholdCounts {
  /** Distinct scores, falling, `[thresholds]`: rows with at least this score are called positive. */
  thresholds: Float64Array;
  /** Positive rows among those called positive at each threshold. */
  truePositives: Uint32Array;
  /** Negative rows among those called positive at each threshold. */
  falsePositives: Uint32Array;
  /** Positive and negative rows in all. */
  positiveCount: number;
  negativeCount: number;
}

/**
 * Counts what is called positive at every distinct score; rows with equal scores pass together, so
 * the order of the rows never matters.
 *
 * @param positives Whether each row is of the class in question, `[rows]`, as booleans, 0 or 1.
 * @param scores Score of each row for that class, `[rows]`, finite; higher means more likely.
 * @throws {RangeError} When there are no rows, the lengths differ or a score is not finite.
 */
export function thresholdCounts(
  positives: ArrayLike<number | boolean>,
  scores: ArrayLike<number>,
): ThresholdCounts {
  checkRows(positives, scores);
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => scores[b]! - scores[a]!);
  const thresholds: number[] = [];
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  let hits = 0;
  let alarms = 0;
  order.forEach((row, rank) => {
    if (positives[row]) hits++;
    else alarms++;
    const next = order[rank + 1];
    if (next !== undefined && scores[next] === scores[row]) return;
    thresholds.push(scores[row]!);
    truePositives.push(hits);
    falsePositives.push(alarms);
  });
  return {
    thresholds: Float64Array.from(thresholds),
    truePositives: Uint32Array.from(truePositives),
    falsePositives: Uint32Array.from(falsePositives),
    positiveCount: hits,
    negativeCount: alarms,
  };
}

function checkRows(positives: ArrayLike<number | boolean>, scores: ArrayLike<number>): void {
  if (positives.length !== scores.length) {
    throw new RangeError(
      `Cannot sweep a threshold: wanted one score for each of ${positives.length} rows, ` +
        `found ${scores.length}`,
    );
  }
  if (scores.length === 0) {
    throw new RangeError("Cannot sweep a threshold: wanted at least one row, found none");
  }
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isFinite(scores[row])) {
      throw new RangeError(
        `Cannot sweep a threshold: wanted finite scores, found ${scores[row]} in row ${row}`,
      );
    }
  }
}

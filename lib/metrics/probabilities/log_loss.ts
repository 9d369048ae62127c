import { checkProbabilities } from "./check_probabilities.ts";

/**
 * Mean negative logarithm of the probability that was given to the class that each row is of, in nats.
 *
 * Probabilities below 2^-52 count as that much, so that one row cannot make the mean infinite.
 *
 * @param actual Class index of every row, `[rows]`.
 * @param probabilities Probability of each class for every row, `[rows * classCount]`, row by row.
 * @throws {RangeError} When there are no rows, lengths differ, or an index or a probability is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { logLoss } from "lib/metrics/mod.ts";
 *
 * assert.equal(logLoss([0, 1], [1, 0, 0, 1], 2), 0);
 * ```
 */
export function logLoss(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): number {
  checkProbabilities(actual, probabilities, classCount);
  let sum = 0;
  for (let row = 0; row < actual.length; row++) {
    const probability = probabilities[row * classCount + actual[row]!]!;
    sum -= Math.log(Math.max(probability, Number.EPSILON));
  }
  return Math.max(sum / actual.length, 0);
}

import { checkProbabilities } from "./check_probabilities.ts";

/** Temperatures beyond these are not looked for: a classifier that never errs would ask for 0. */
const lowest = 0.01;
const highest = 100;

/**
 * Fits the temperature by which a classifier's logits have to be divided so that its confidence fits its
 * accuracy best, in log loss (Guo et al. 2017). To be fitted on validation rows, then applied to others.
 *
 * @param actual Class index of every row, `[rows]`.
 * @param probabilities Probability of each class for every row, `[rows * classCount]`, row by row.
 * @returns From 0.01 to 100: above 1 for a classifier that is too sure of itself.
 * @throws {RangeError} When there are no rows, lengths differ, or an index or a probability is none.
 */
export function fitTemperature(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): number {
  checkProbabilities(actual, probabilities, classCount);
  const logits = Float64Array.from(probabilities, logit);
  const slopeAt = (inverse: number) => lossSlope(actual, logits, { classCount, inverse });
  if (slopeAt(1) === 0) return 1;
  // The loss is convex in the inverse temperature: its slope changes sign once.
  let [low, high] = [1 / highest, 1 / lowest];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (slopeAt(middle) <= 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
}

/**
 * Divides a classifier's logits by a temperature.
 *
 * @param probabilities Probability of each class for every row, `[rows * classCount]`, row by row.
 * @param temperature Above 1 for less confidence; the most probable class stays the same.
 * @returns New probabilities in the same order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { applyTemperature } from "lib/metrics/mod.ts";
 *
 * const [p, q] = applyTemperature([0.9, 0.1], 2, { temperature: 2 });
 * assert.ok(Math.abs(p! - 0.75) < 1e-6 && Math.abs(q! - 0.25) < 1e-6);
 * ```
 */
export function applyTemperature(
  probabilities: ArrayLike<number>,
  classCount: number,
  { temperature }: { temperature: number },
): Float32Array {
  const scaled = Float64Array.from(probabilities, (p) => logit(p) / temperature);
  for (let first = 0; first < scaled.length; first += classCount) {
    const row = scaled.subarray(first, first + classCount);
    const top = Math.max(...row);
    row.forEach((value, label) => row[label] = Math.exp(value - top));
    const sum = row.reduce((a, b) => a + b);
    row.forEach((value, label) => row[label] = value / sum);
  }
  return Float32Array.from(scaled);
}

/** A logit up to a constant of the row; a probability that was rounded to 0 has a finite one too. */
function logit(probability: number): number {
  return Math.log(Math.max(probability, 1e-30));
}

/** Derivative of the summed log loss by the inverse temperature: mean logit less that of the actual class. */
function lossSlope(
  actual: ArrayLike<number>,
  logits: Float64Array,
  { classCount, inverse }: { classCount: number; inverse: number },
): number {
  let slope = 0;
  for (let row = 0; row < actual.length; row++) {
    const first = row * classCount;
    let top = -Infinity;
    for (let i = first; i < first + classCount; i++) top = Math.max(top, logits[i]!);
    let weights = 0;
    let weighted = 0;
    for (let i = first; i < first + classCount; i++) {
      const weight = Math.exp(inverse * (logits[i]! - top));
      weights += weight;
      weighted += weight * logits[i]!;
    }
    slope += weighted / weights - logits[first + actual[row]!]!;
  }
  return slope;
}

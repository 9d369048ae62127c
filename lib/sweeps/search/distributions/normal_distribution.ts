/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal number is at most `x`, to some 1e-15 of its size in both
 * tails (Abramowitz and Stegun 7.1.6 in the middle, the continued fraction 7.1.14 in the tails).
 *
 * @example
 * ```ts
 * import { normalProbability } from "lib/sweeps/search/distributions/normal_distribution.ts";
 * console.assert(Math.abs(normalProbability(1.96) - 0.9750021048517795) < 1e-12);
 * ```
 */
export function normalProbability(x: number): number {
  if (x > 0) return 1 - normalProbability(-x);
  const z = -x / Math.SQRT2;
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let n = 1; Math.abs(term) > 1e-18; n++) {
      term *= 2 * z * z / (2 * n + 1);
      sum += term;
    }
    return 0.5 - sum * Math.exp(-z * z) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (z + fraction);
  return Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + fraction) / 2;
}

/**
 * The number that a standard normal number stays below with the given probability: a rational
 * start (Abramowitz and Stegun 26.2.22), then Halley's steps.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    return probability === 0 ? -Infinity : probability === 1 ? Infinity : NaN;
  }
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  let x = (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t) - t;
  for (let step = 0; step < 4; step++) {
    const newton = (normalProbability(x) - probability) / normalDensity(x);
    x -= newton / (1 + x * newton / 2);
  }
  return x;
}

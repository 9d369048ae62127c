/**
 * Probability that a beta(a, b) number is at most `x`: the regularised incomplete beta function,
 * by its continued fraction (Abramowitz and Stegun 26.5.8), evaluated from the left.
 *
 * @example
 * ```ts
 * import { betaProbability } from "lib/sweeps/search/distributions/beta_distribution.ts";
 * console.assert(Math.abs(betaProbability(0.5, { a: 2, b: 2 }) - 0.5) < 1e-12);
 * ```
 */
export function betaProbability(x: number, { a, b }: BetaShape): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, { a: b, b: a });
  const factor = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  let fraction = 1;
  let numerator = 1;
  let denominator = 0;
  for (let i = 0; i <= 1000; i++) {
    const m = i >> 1;
    const term = i === 0
      ? 1
      : i % 2 === 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / (1 + term * denominator || 1e-300);
    numerator = 1 + term / numerator || 1e-300;
    fraction *= numerator * denominator;
    if (Math.abs(1 - numerator * denominator) < 1e-15) break;
  }
  return factor * (fraction - 1) / a;
}

/** The number that a beta(a, b) number stays below with the given probability, by bisection. */
export function betaQuantile(probability: number, shape: BetaShape): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 100 && low < high; step++) {
    const middle = (low + high) / 2;
    if (betaProbability(middle, shape) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The two shape numbers of a beta distribution, both positive. */
export interface BetaShape {
  a: number;
  b: number;
}

/** Logarithm of the gamma function of a positive number (Lanczos, g = 7, nine terms). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = lanczos.reduce((total, term, index) =>
    total + (index ? term / (x - 1 + index) : term)
  );
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  0.99999999999980993,
  676.5203681218851,
  -1259.1392167224028,
  771.32342877765313,
  -176.61502916214059,
  12.507343278686905,
  -0.13857109526572012,
  9.9843695780195716e-6,
  1.5056327351493116e-7,
];

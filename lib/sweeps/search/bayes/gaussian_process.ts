import { maximize } from "./maximize.ts";

/** A Gaussian process fitted to points of the unit cube, its values standardised. */
export interface GaussianProcess {
  /** The length scale with the greatest likelihood. */
  lengthScale: number;
  /** True where no length scale explains the values: the best one is a bound of the search. */
  atBound: boolean;
  /** Mean and deviation by which values were standardised. */
  mean: number;
  deviation: number;
  /** Mean and standard deviation at a point, in standardised units. */
  predict(point: ArrayLike<number>): { mean: number; deviation: number };
}

/** Added to the diagonal so that the matrix can be factored although points repeat. */
const nugget = 1e-7;
const logBounds = [Math.log(1e-5), Math.log(1e5)] as const;

/**
 * Fits the Gaussian process of W&B's Bayesian search: a Matern kernel (nu = 1.5) with one length
 * scale in [1e-5, 1e5] of the greatest likelihood, values standardised.
 *
 * @param points one array a point, all of the same length.
 * @param values one finite number a point.
 * @throws RangeError where there are no points, or not as many values.
 */
export function fitGaussianProcess(
  points: readonly ArrayLike<number>[],
  values: readonly number[],
  options: { lengthScale?: number } = {},
): GaussianProcess {
  const count = points.length;
  if (count === 0 || values.length !== count) {
    throw new RangeError(
      `Cannot fit a Gaussian process: wanted a value for each point but found ${count} points ` +
        `and ${values.length} values`,
    );
  }
  const { mean, deviation, standardized } = standardize(values);
  const distances = distancesBetween(points);
  const factor = new Float64Array(count * count);
  const weights = new Float64Array(count);
  const likelihoodAt = (logScale: number) => {
    factorize(distances, Math.exp(logScale), factor);
    weights.set(standardized);
    solveForward(factor, weights);
    return logLikelihood(factor, weights);
  };
  const logScale = options.lengthScale === undefined
    ? bestLogScale(distances, likelihoodAt)
    : Math.log(options.lengthScale);
  likelihoodAt(logScale);
  solveBackward(factor, weights);
  const lengthScale = Math.exp(logScale);
  const column = new Float64Array(count);
  return {
    lengthScale,
    atBound: logBounds.some((bound) => Math.abs(bound - logScale) <= 1e-5 * Math.abs(logScale)),
    mean,
    deviation,
    predict(point) {
      let predicted = 0;
      for (let i = 0; i < count; i++) {
        column[i] = kernel(distance(points[i]!, point), lengthScale);
        predicted += column[i]! * weights[i]!;
      }
      solveForward(factor, column);
      let explained = 0;
      for (let i = 0; i < count; i++) explained += column[i]! ** 2;
      return { mean: predicted, deviation: Math.sqrt(Math.max(0, 1 - explained)) };
    },
  };
}

/** As W&B's engine: scaled by the largest value first, so that huge losses do not overflow. */
function standardize(values: readonly number[]) {
  const count = values.length;
  if (count === 1) return { mean: values[0]!, deviation: 1, standardized: [0] };
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  const scaled = values.map((value) => value / scale);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / count;
  const variance = scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const deviation = Math.sqrt(variance) + 1e-6 / scale;
  const standardized = scaled.map((value) => (value - mean) / deviation);
  return { mean: mean * scale, deviation: deviation * scale, standardized };
}

/**
 * Below the scale at which even the nearest points are uncorrelated the likelihood is constant;
 * where no other is greater, the answer is the lower bound.
 */
function bestLogScale(distances: Float64Array, likelihoodAt: (logScale: number) => number): number {
  const [low, high] = logBounds;
  const nearest = distances.reduce((least, d) => d > 0 && d < least ? d : least, Infinity);
  const from = Math.min(high, Math.max(low, Math.log(Math.sqrt(3) * nearest / 36)));
  const { at } = maximize(likelihoodAt, { from, to: high, step: 1, tolerance: 1e-5 });
  return at <= from + 1e-3 ? low : at;
}

function distancesBetween(points: readonly ArrayLike<number>[]): Float64Array {
  const count = points.length;
  const distances = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) distances[i * count + j] = distance(points[i]!, points[j]!);
  }
  return distances;
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return Math.sqrt(sum);
}

function kernel(distance: number, lengthScale: number): number {
  const scaled = Math.sqrt(3) * distance / lengthScale;
  return (1 + scaled) * Math.exp(-scaled);
}

/** Writes the Cholesky factor of the kernel matrix, row by row, into the lower half of `factor`. */
function factorize(distances: Float64Array, lengthScale: number, factor: Float64Array): void {
  const count = Math.sqrt(factor.length);
  for (let i = 0; i < count; i++) {
    const row = i * count;
    for (let j = 0; j < i; j++) {
      const other = j * count;
      let sum = kernel(distances[row + j]!, lengthScale);
      for (let k = 0; k < j; k++) sum -= factor[row + k]! * factor[other + k]!;
      factor[row + j] = sum / factor[other + j]!;
    }
    let rest = 1 + nugget;
    for (let k = 0; k < i; k++) rest -= factor[row + k]! ** 2;
    factor[row + i] = Math.sqrt(Math.max(rest, 1e-14));
  }
}

/** Solves L x = b in place. */
function solveForward(factor: Float64Array, b: Float64Array): void {
  const count = b.length;
  for (let i = 0; i < count; i++) {
    const row = i * count;
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * b[k]!;
    b[i] = sum / factor[row + i]!;
  }
}

/** Solves L' x = b in place. */
function solveBackward(factor: Float64Array, b: Float64Array): void {
  const count = b.length;
  for (let i = count - 1; i >= 0; i--) {
    const x = b[i]! / factor[i * count + i]!;
    b[i] = x;
    for (let k = 0; k < i; k++) b[k]! -= x * factor[i * count + k]!;
  }
}

function logLikelihood(factor: Float64Array, solved: Float64Array): number {
  const count = solved.length;
  let sum = -count / 2 * Math.log(2 * Math.PI);
  for (let i = 0; i < count; i++) sum -= solved[i]! ** 2 / 2 + Math.log(factor[i * count + i]!);
  return sum;
}

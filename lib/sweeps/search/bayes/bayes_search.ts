import { type BayesSamples, bayesSamples } from "./bayes_samples.ts";
import { fitGaussianProcess, type GaussianProcess } from "./gaussian_process.ts";
import { normalDensity, normalProbability } from "../distributions/normal_distribution.ts";
import type { SweepConfig } from "../../configuration/sweep_config.ts";
import { quantile } from "../distributions/quantile.ts";
import { nestParameters, type Parameters, type SweepRun } from "../sweep_run.ts";

const mostSamples = 100;
const candidateCount = 1000;

/**
 * The next parameters of a Bayesian sweep, as W&B's engine chooses them: of 1000 random points the
 * one with the greatest expected improvement under a Gaussian process fitted to the runs so far. It
 * is a random point where fewer than two runs count or where the process explains nothing.
 */
export function bayesSearch(
  config: SweepConfig,
  runs: readonly SweepRun[],
  prng: () => number,
): Parameters {
  const samples = bayesSamples(config, runs);
  const point = proposePoint(samples, prng);
  let dimension = 0;
  const values = config.parameters.map(({ distribution }) =>
    quantile(distribution, distribution.distribution === "constant" ? 0 : point[dimension++]!)
  );
  return nestParameters(config.parameters, values);
}

function proposePoint(samples: BayesSamples, prng: () => number): number[] {
  const randomPoint = () => samples.dimensions.map(() => prng());
  if (samples.points.length < 2) return randomPoint();
  const process = fitWithRunning(drawn(samples, prng));
  if (process.atBound) return randomPoint();
  const best = (Math.min(...samples.values) - process.mean) / process.deviation;
  let choice: { point: number[]; improvement: number } | undefined;
  for (let i = 0; i < candidateCount; i++) {
    const point = randomPoint();
    const improvement = expectedImprovement(process, point, best);
    // The first one where losses are too far apart for a number to say how much better another is.
    if (!choice || improvement > choice.improvement) choice = { point, improvement };
  }
  return choice!.point;
}

/** At most 100 samples, drawn with replacement, because fitting takes the cube of their number. */
function drawn(samples: BayesSamples, prng: () => number): BayesSamples {
  const count = samples.points.length;
  const running = samples.running.slice(0, mostSamples - 5);
  if (count <= mostSamples) return { ...samples, running };
  const rows = Array.from({ length: mostSamples }, () => Math.floor(prng() * count));
  const points = rows.map((row) => samples.points[row]!);
  const values = rows.map((row) => samples.values[row]!);
  return { ...samples, points, values, running };
}

/** Fits the samples; then again with the running runs at their predicted values, where these are finite. */
export function fitWithRunning(
  samples: BayesSamples,
  options: { lengthScale?: number } = {},
): GaussianProcess {
  const { points, values, running } = samples;
  const process = fitGaussianProcess(points, values, options);
  if (running.length === 0) return process;
  const expected = running.map((point) => ({
    point,
    value: process.predict(point).mean * process.deviation + process.mean,
  })).filter(({ value }) => Number.isFinite(value));
  return fitGaussianProcess(
    [...points, ...expected.map(({ point }) => point)],
    [...values, ...expected.map(({ value }) => value)],
    options,
  );
}

/** How far below `best` (standardised) the value at a point is expected to be, on average. */
export function expectedImprovement(
  process: GaussianProcess,
  point: ArrayLike<number>,
  best: number,
): number {
  const { mean, deviation } = process.predict(point);
  const z = (best - mean) / (deviation + 1e-6);
  return (best - mean) * normalProbability(z) + deviation * normalDensity(z);
}

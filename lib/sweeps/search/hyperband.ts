import type { Hyperband, SweepConfig } from "../configuration/sweep_config.ts";
import type { SweepRun } from "./sweep_run.ts";

/** What W&B's early stopping decides at a moment. */
export interface StopDecision {
  /** Iterations (logged values of the metric) at which runs are compared. */
  bands: number[];
  /** At each band the value that a run must reach, lower being better; Infinity: none yet. */
  thresholds: number[];
  /** Identifiers of the running runs to stop. */
  stop: string[];
}

/**
 * Which running runs early stopping (hyperband, as in W&B's engine) ends now. At each band the
 * threshold is the value at 1/eta of the way through all runs' values there, sorted; a run is
 * judged at the highest band it has reached: by its value there (strict) or its best so far.
 *
 * Values of a metric to maximise are negated throughout.
 */
export function hyperband(config: SweepConfig, runs: readonly SweepRun[]): StopDecision {
  const { metric, earlyTerminate } = config;
  if (!metric || !earlyTerminate) return { bands: [], thresholds: [], stop: [] };
  const sign = metric.goal === "maximize" ? -1 : 1;
  const histories = runs.map((run) => run.metric.filter(Number.isFinite).map((x) => sign * x));
  const bands = hyperbandBands(earlyTerminate);
  const thresholds = bands.map((band) => {
    const values = histories.filter((h) => h.length >= band).map((h) => h[band - 1]!);
    return values.sort((a, b) => a - b)[Math.floor(1 / earlyTerminate.eta * values.length)] ??
      Infinity;
  });
  const stop = runs.filter((run, index) => {
    const history = histories[index]!;
    const reached = bands.findLastIndex((band) => band <= history.length);
    if (run.state !== "running" || reached < 0) return false;
    const value = earlyTerminate.strict ? history[bands[reached]! - 1]! : Math.min(...history);
    return value > thresholds[reached]!;
  });
  return { bands, thresholds, stop: stop.map((run) => run.id) };
}

/** The iterations at which early stopping looks, ascending. */
export function hyperbandBands({ minIter, maxIter, s = 0, eta }: Hyperband): number[] {
  const bands: number[] = [];
  if (maxIter === undefined) {
    for (let band = minIter!; bands.length < 100; band *= eta) bands.push(Math.trunc(band));
    return bands;
  }
  for (let band = maxIter / eta; band >= 1 && bands.length < s; band /= eta) {
    bands.unshift(Math.trunc(band));
  }
  return bands;
}

import { cumulativeProbability } from "../distributions/cumulative_probability.ts";
import type { Impute, Metric, SweepConfig } from "../../configuration/sweep_config.ts";
import type { Parameter } from "../../configuration/read_parameters.ts";
import { bestMetric, parameterAt, type SweepRun } from "../sweep_run.ts";

/** Runs as points of the unit cube, one dimension for each parameter that is not constant. */
export interface BayesSamples {
  dimensions: Parameter[];
  points: number[][];
  /** What each point reached, lower being better. */
  values: number[];
  /** Points of runs that have not ended and have no value yet. */
  running: number[][];
}

/**
 * Lays runs out for Bayesian search as W&B's engine does: a finished run counts with its best
 * finite value, a failed or killed one with an imputed value, a running one with none (or with
 * what `impute_while_running` says).
 */
export function bayesSamples(config: SweepConfig, runs: readonly SweepRun[]): BayesSamples {
  const metric = config.metric!;
  const dimensions = config.parameters.filter((p) => p.distribution.distribution !== "constant");
  const samples: BayesSamples = { dimensions, points: [], values: [], running: [] };
  const worst = worstValue(metric, runs);
  const sign = metric.goal === "maximize" ? -1 : 1;
  for (const run of runs) {
    const point = dimensions.map(({ path, distribution }) =>
      cumulativeProbability(distribution, parameterAt(run.parameters, path) ?? null)
    );
    if (!point.every(Number.isFinite)) continue;
    const value = valueOf(run, metric, worst);
    if (value === undefined) samples.running.push(point);
    else {
      samples.points.push(point);
      samples.values.push(sign * value);
    }
  }
  return samples;
}

function valueOf(run: SweepRun, metric: Metric, worst: number): number | undefined {
  const { impute, imputeWhileRunning, goal } = metric;
  switch (run.state) {
    case "pending":
      return undefined;
    case "running":
      if (imputeWhileRunning === "false") return undefined;
      return bestMetric(run, goal) ?? imputed(run, metric, { impute: imputeWhileRunning, worst });
    case "finished":
      return bestMetric(run, goal) ?? imputed(run, metric, { impute, worst });
    default:
      return imputed(run, metric, { impute, worst });
  }
}

function imputed(
  run: SweepRun,
  { goal }: Metric,
  { impute, worst }: { impute: Impute; worst: number },
): number {
  if (impute === "worst") return worst;
  if (impute === "best") return bestMetric(run, goal) ?? 0;
  return run.metric.findLast(Number.isFinite) ?? 0;
}

/** The worst value that any ended run ever logged; 0 where there is none. */
function worstValue({ goal }: Metric, runs: readonly SweepRun[]): number {
  const opposite = goal === "maximize" ? "minimize" : "maximize";
  const ended = runs.filter((run) => run.state !== "running" && run.state !== "pending");
  const metric = ended.map((run) => bestMetric(run, opposite) ?? NaN);
  return bestMetric({ id: "", state: "finished", parameters: {}, metric }, opposite) ?? 0;
}

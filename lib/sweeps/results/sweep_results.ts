import type { SweepRecord } from "./read_sweep.ts";
import { bestMetric, type Parameters, type RunState } from "../search/sweep_run.ts";
import type { Trial } from "../runner/trials_of.ts";

/** The result of one run of a sweep. */
export interface RunResult {
  /** Identifier of the run. */
  run: string;
  /** The parameters of the run. */
  parameters: Parameters;
  /** How the run ended. */
  state: RunState;
  /** Whether early stopping ended it. */
  stoppedEarly: boolean;
  /** The metric by iteration (epoch); NaN where it was no finite number. */
  metric: number[];
  /** The best of those; NaN without any. */
  best: number;
  /** How long it took. */
  seconds: number;
  /** When it ended: seconds since the start of the sweep in which at least one trial ran. */
  endedAfter: number;
}

/**
 * The runs of a sweep that have ended, in the order of their ends; interrupted trials, which are
 * tried again, are left out.
 */
export function sweepResults({ config, trials, runs }: SweepRecord): RunResult[] {
  const results = runs.flatMap((run) => {
    const trial = trials.find((one) => one.run === run.id)!;
    if (trial.endTime === undefined) return [];
    return [{
      run: run.id,
      parameters: run.parameters,
      state: run.state,
      stoppedEarly: trial.stop?.cause === "early",
      metric: run.metric,
      best: bestMetric(run, config.metric?.goal ?? "minimize") ?? NaN,
      seconds: (trial.endTime - trial.startTime) / 1000,
      endedAfter: workingTime(trials, trial.endTime) / 1000,
    }];
  });
  return results.sort((a, b) => a.endedAfter - b.endedAfter);
}

/** The best so far after each of the values; NaN as long as there was no number. */
export function bestSoFar(
  values: readonly number[],
  goal: "minimize" | "maximize" = "minimize",
): number[] {
  let best = NaN;
  return values.map((value) => {
    if (Number.isFinite(value) && !(goal === "maximize" ? value <= best : value >= best)) {
      best = value;
    }
    return best;
  });
}

/** Milliseconds until a moment in which at least one trial ran; time between sessions does not count. */
function workingTime(trials: readonly Trial[], until: number): number {
  const spans = trials.map((
    { startTime, endTime = until },
  ) => [startTime, Math.min(endTime, until)])
    .sort(([a], [b]) => a! - b!);
  let [sum, reached] = [0, -Infinity];
  for (const [start, end] of spans as [number, number][]) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}

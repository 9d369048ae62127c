import type { Outcome, StopCause, SweepEvent } from "./journal.ts";
import type { Metric } from "../configuration/sweep_config.ts";
import { bestMetric, type Parameters, type SweepRun } from "../search/sweep_run.ts";

/** A trial according to the journal. */
export interface Trial {
  /** Identifier of the run. */
  run: string;
  /** From 1, in the order of their starts. */
  number: number;
  /** The parameters of the run. */
  parameters: Parameters;
  /** Milliseconds since 1970. */
  startTime: number;
  /** Milliseconds since 1970; undefined while it runs. */
  endTime?: number;
  /** The run of an interrupted trial whose parameters are tried again. */
  repeats?: string;
  /** When the runner has begun to end it, and why. */
  stop?: { cause: StopCause; why: string; time: number };
  /** Undefined while it runs. */
  outcome?: Outcome;
}

/** The trials of a sweep, in the order of their starts, from the events of its journal. */
export function trialsOf(events: readonly SweepEvent[]): Trial[] {
  const trials = new Map<string, Trial>();
  for (const event of events) {
    if (event.type === "start") {
      const { run, parameters, repeats, time } = event;
      const number = trials.size + 1;
      trials.set(run, { run, number, parameters, repeats, startTime: time });
    }
    const trial = event.type === "sweep" ? undefined : trials.get(event.run);
    if (trial && event.type === "stop") trial.stop = event;
    if (trial && event.type === "end") {
      trial.outcome = event.outcome;
      trial.endTime = event.time;
    }
  }
  return [...trials.values()];
}

/** The parameters of interrupted trials that have not been tried again, with their runs. */
export function toRepeat(trials: readonly Trial[]): Trial[] {
  const repeated = new Set(trials.map((trial) => trial.repeats));
  return trials.filter(({ run, outcome }) =>
    outcome?.state === "interrupted" && !repeated.has(run)
  );
}

/**
 * Trials as the search sees them, interrupted ones left out.
 *
 * @param metrics what running trials have logged so far, by run.
 */
export function sweepRuns(
  trials: readonly Trial[],
  metrics: ReadonlyMap<string, readonly number[]> = new Map(),
): SweepRun[] {
  return trials.flatMap(({ run, parameters, outcome }) => {
    if (outcome?.state === "interrupted") return [];
    const metric = outcome?.metric.map((value) => value ?? NaN) ?? [...metrics.get(run) ?? []];
    return [{
      id: run,
      parameters,
      state: outcome?.state ?? "running",
      metric,
      summary: outcome?.summary,
    }];
  });
}

/** The finished run with the best value of the metric, undefined where none has one. */
export function bestRun(
  runs: readonly SweepRun[],
  metric: Metric | undefined,
): { run: SweepRun; value: number } | undefined {
  if (!metric) return undefined;
  const sign = metric.goal === "maximize" ? -1 : 1;
  return runs.filter((run) => run.state === "finished")
    .flatMap((run) => {
      const value = bestMetric(run, metric.goal);
      return value === undefined ? [] : [{ run, value }];
    })
    .reduce<{ run: SweepRun; value: number } | undefined>(
      (best, next) => !best || sign * next.value < sign * best.value ? next : best,
      undefined,
    );
}

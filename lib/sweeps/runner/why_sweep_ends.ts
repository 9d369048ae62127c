import type { StopCause } from "./journal.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { bestMetric, type SweepRun } from "../search/sweep_run.ts";
import type { Trial } from "./trials_of.ts";

/** Why no further trials are started. */
export interface SweepEnding {
  why: string;
  /** Given where running trials are to end too. */
  stopTrials?: StopCause;
}

/** The state of a sweep. */
export interface SweepMoment {
  trials: readonly Trial[];
  runs: readonly SweepRun[];
  /** How many of the trials were there before this session. */
  session: number;
  interrupted?: boolean;
}

/** W&B's agent, too, gives up a sweep whose first trials all fail. */
const mostInitialFailures = 5;

/**
 * Why a sweep ends now, apart from having nothing left to try: it is interrupted, its metric has
 * reached the target, or the first five trials of the session have all failed. A running trial that
 * has reached the target runs to its end; then the others are ended.
 */
export function whySweepEnds(config: SweepConfig, moment: SweepMoment): SweepEnding | undefined {
  if (moment.interrupted) return { why: "interrupted", stopTrials: "interrupt" };
  const { metric } = config;
  if (metric?.target !== undefined) {
    const sign = metric.goal === "maximize" ? -1 : 1;
    const reached = moment.runs.filter((run) =>
      sign * (bestMetric(run, metric.goal) ?? NaN) <= sign * metric.target!
    );
    const why = `${metric.name} has reached the target ${metric.target}`;
    if (reached.some(({ state }) => state === "finished")) return { why, stopTrials: "target" };
    if (reached.some(({ state }) => state === "running")) return { why };
  }
  const ended = moment.trials.slice(moment.session).filter((trial) => trial.outcome);
  const failures = ended.filter((trial) => trial.outcome?.state === "failed");
  if (failures.length === ended.length && failures.length >= mostInitialFailures) {
    const why = failures.at(-1)?.outcome?.why;
    return { why: `the first ${failures.length} trials failed, the last with: ${why}` };
  }
}

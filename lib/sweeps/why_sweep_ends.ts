import type { StopCause } from "./journal.ts";
import type { SweepConfig } from "./parse_configuration.ts";
import type { SweepRun } from "./sweep_run.ts";
import type { Trial } from "./trials_of.ts";

/** Why no further trials are started. */
export interface SweepEnding {
  why: string;
  /** Also the running ones are to end, for this cause. */
  stopTrials?: StopCause;
}

/** A sweep at a moment. */
export interface SweepMoment {
  trials: readonly Trial[];
  runs: readonly SweepRun[];
  best?: { value: number };
  /** How many of the trials were there before this session. */
  session: number;
  interrupted?: boolean;
}

/** W&B's agent, too, gives up a sweep whose first trials all fail. */
const mostInitialFailures = 5;

/**
 * Why a sweep ends now, apart from having nothing left to try: it is interrupted, its metric has
 * reached the target, or the first five trials of the session have all failed.
 */
export function whySweepEnds(config: SweepConfig, moment: SweepMoment): SweepEnding | undefined {
  if (moment.interrupted) return { why: "interrupted", stopTrials: "interrupt" };
  const { metric } = config;
  if (metric?.target !== undefined && moment.best) {
    const sign = metric.goal === "maximize" ? -1 : 1;
    if (sign * moment.best.value <= sign * metric.target) {
      return { why: `${metric.name} has reached the target ${metric.target}`, stopTrials: "early" };
    }
  }
  const ended = moment.trials.slice(moment.session).filter((trial) => trial.outcome);
  const failures = ended.filter((trial) => trial.outcome?.state === "failed");
  if (failures.length === ended.length && failures.length >= mostInitialFailures) {
    const why = failures.at(-1)?.outcome?.why;
    return { why: `the first ${failures.length} trials failed, the last with: ${why}` };
  }
}

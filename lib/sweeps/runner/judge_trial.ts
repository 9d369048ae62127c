import type { TrialProgress } from "./follow_trial.ts";
import type { Outcome, StopCause } from "./journal.ts";

/** What is known about a trial that has ended. */
export interface TrialEnd {
  /** Undefined where it was killed before it could leave one. */
  exitCode?: number;
  progress: TrialProgress;
  /** Why the runner ended it, if it did. */
  stop?: { cause: StopCause; why: string };
  /** Name of the metric that the sweep optimises. */
  metric?: string;
}

/**
 * How a trial ended: finished where its exit code is 0, also when it was stopped early and ended
 * cleanly; failed where it logged NaN, ran too long or has another exit code; killed where early
 * stopping ended it hard, as W&B calls it.
 */
export function judgeTrial({ exitCode, progress, stop, metric }: TrialEnd): Outcome {
  const known = {
    exitCode,
    metric: progress.metric.map((value) => Number.isFinite(value) ? value : null),
    summary: progress.summary,
  };
  if (stop?.cause === "interrupt") return { ...known, state: "interrupted", why: stop.why };
  if (stop?.cause === "fault") return { ...known, state: "failed", why: stop.why };
  if (progress.notFinite) return { ...known, state: "failed", why: progress.notFinite };
  if (exitCode === 0) {
    const silent = metric !== undefined && progress.logs && progress.metric.length === 0;
    return {
      ...known,
      state: "finished",
      why: stop?.why ?? (silent ? `never logged ${metric}` : undefined),
    };
  }
  if (stop) return { ...known, state: "killed", why: stop.why };
  const why = exitCode === undefined
    ? "was killed"
    : exitCode > 128
    ? `ended by signal ${exitCode - 128}`
    : `exit code ${exitCode}`;
  return { ...known, state: "failed", why };
}

import { type PageRun, runsPage } from "lib/site/mod.ts";
import {
  hyperbandBands,
  parameterColumns,
  sweepResults,
  type SweepStatus,
  sweepSummary,
  type Trial,
} from "lib/sweeps/mod.ts";
import { bestWords } from "./sweep_words.ts";

/** Options of {@linkcode sweepPage}. */
export interface SweepPageOptions {
  /** The sweep has not ended: the page loads itself again. */
  running: boolean;
  /** Milliseconds since 1970; the present by default. */
  now?: number;
}

/** How often an open page of a running sweep looks for a newer one, in seconds. */
const reloadSeconds = 10;

/** The page of a sweep at a moment: figures of the runs that have ended and a table of all. */
export function sweepPage(status: SweepStatus, options: SweepPageOptions): Promise<string> {
  const { running, now = Date.now() } = options;
  const { config, sweepId, directory, trials } = status;
  const goal = config.metric?.goal ?? "minimize";
  const results = new Map(
    sweepResults({ ...status, trials: [...trials], runs: [...status.runs] })
      .map((result) => [result.run, result]),
  );
  const runs = trials.map((trial): PageRun => {
    const result = results.get(trial.run);
    const run = status.runs.find(({ id }) => id === trial.run);
    return {
      run: trial.run,
      state: stateOf(trial),
      ended: result !== undefined,
      stoppedEarly: result?.stoppedEarly ?? false,
      metric: run?.metric ?? [],
      best: result && result.state !== "failed" ? result.best : NaN, // as for the sweep's best run
      seconds: ((trial.endTime ?? now) - trial.startTime) / 1000,
      endedAfter: result?.endedAfter,
      note: trial.stop?.cause === "early" ? undefined : trial.outcome?.why,
    };
  });
  const title = config.name ?? `sweep ${sweepId}`;
  const summary = sweepSummary(status, now);
  return runsPage(runs, {
    title,
    summary: summary.startsWith(`${title}: `) ? summary.slice(title.length + 2) : summary,
    notes: bestWords(status, directory).map((words) =>
      words.replace(/^(repeat it with: )(.*)$/, "$1`$2`")
    ),
    metric: config.metric?.name,
    goal,
    columns: parameterColumns(config, trials),
    bands: config.earlyTerminate && hyperbandBands(config.earlyTerminate),
    reload: running ? reloadSeconds : undefined,
    written: new Date(now),
  });
}

function stateOf({ outcome, stop }: Trial): string {
  return outcome && stop?.cause === "early" ? "stopped early" : outcome?.state ?? "running";
}

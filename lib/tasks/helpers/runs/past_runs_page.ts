import { variedColumns } from "lib/sweeps/mod.ts";
import { type PageRun, runsPage } from "lib/site/mod.ts";
import { bestValue, goalOf, metricValues, type PastRun } from "./past_runs.ts";
import { runsFigure } from "./runs_figure.ts";

/** Up to so many curves are distinguished by their names. */
const mostNamed = 8;

/** Settings of a run that do not say what was trained. */
const incidental = /^(out|commit)$|(^|\.)_/;

/** Runs of the past side by side as one page, those of a sweep and others alike. */
export function pastRunsPage(runs: readonly PastRun[], metric: string): Promise<string> {
  const known = runs.filter((run) => Number.isFinite(bestValue(run, metric)));
  const groups = new Set(runs.map(({ group }) => group));
  const [group] = groups;
  return runsPage(runs.map((run) => pageRun(run, metric)), {
    title: groups.size === 1 && group ? group : `${runs.length} runs`,
    summary: `${runs.length} runs, ${known.length} with ${metric}`,
    metric,
    goal: goalOf(runs, metric),
    columns: variedColumns(runs.map(({ config }) => config))
      .filter(({ name }) => !incidental.test(name)),
    ...(known.length <= mostNamed ? { curves: runsFigure(known, metric) } : {}),
  });
}

function pageRun(run: PastRun, metric: string): PageRun {
  const ended = run.state !== "interrupted" && run.state !== "unfinished";
  return {
    run: run.id,
    group: run.group,
    startTime: run.startTime,
    state: run.state === "stopped" ? "stopped early" : run.state,
    ended,
    stoppedEarly: run.state === "stopped",
    metric: metricValues(run, metric),
    best: ended && run.state !== "failed" ? bestValue(run, metric) : NaN,
  };
}

import type { Data } from "plotly.js-dist-min";
import { axis, type Figure, figureLayout, inks } from "lib/figures/mod.ts";
import { bestValue, goalOf, metricValues, type PastRun } from "./past_runs.ts";

/** More lines cannot be distinguished. */
const mostNamed = 8;

/** A metric of the runs that have one, one line a run; of many runs the best are named, the others grey. */
export function runsFigure(all: readonly PastRun[], metric: string): Figure {
  const runs = all.filter((run) => Number.isFinite(bestValue(run, metric)));
  const sign = goalOf(runs, metric) === "minimize" ? 1 : -1;
  const ranked = runs.toSorted((a, b) => sign * (bestValue(a, metric) - bestValue(b, metric)));
  const others = ranked.slice(mostNamed).map((run) => line(run, metric, false));
  return {
    data: [...others, ...ranked.slice(0, mostNamed).map((run) => line(run, metric, true))],
    layout: {
      ...figureLayout(`${metric} of ${runs.length} runs`, {
        subtitle: runs.length > mostNamed ? `the best ${mostNamed} in colour` : "",
      }),
      xaxis: axis("logged row"),
      yaxis: axis(metric),
      legend: { x: 1.02, y: 1 },
      showlegend: true,
    },
  };
}

function line(run: PastRun, metric: string, isNamed: boolean): Data {
  const y = metricValues(run, metric);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: run.id,
    x: y.map((_, index) => index + 1),
    y,
    marker: { size: 4 },
    showlegend: isNamed,
    ...(isNamed ? {} : { line: { color: inks.grid, width: 1 } }),
  };
}

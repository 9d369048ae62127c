import type { Data } from "plotly.js-dist-min";
import { axis, type Figure, figureLayout } from "lib/figures/mod.ts";
import { metricValues, type PastRun } from "./past_runs.ts";

/** A metric of several runs, one line a run, by epoch. */
export function runsFigure(runs: readonly PastRun[], metric: string): Figure {
  return {
    data: runs.map((run): Data => {
      const y = metricValues(run, metric);
      return {
        type: "scatter",
        mode: "lines+markers",
        name: run.id,
        x: y.map((_, index) => index + 1),
        y,
        marker: { size: 4 },
      };
    }),
    layout: {
      ...figureLayout(`${metric} of ${runs.length} runs`),
      xaxis: axis("logged row"),
      yaxis: axis(metric),
      showlegend: true,
    },
  };
}

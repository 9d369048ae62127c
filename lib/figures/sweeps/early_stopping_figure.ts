import type { Data } from "plotly.js-dist-min";
import type { RunResult } from "lib/sweeps/mod.ts";
import { logarithmicAxis } from "../drawing/axis_ticks.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks } from "../drawing/figure_layout.ts";
import { epochTicks } from "../training/loss_figure.ts";
import { roundedResults } from "./rounded_results.ts";
import { verticalLine } from "../drawing/vertical_line.ts";

/** What is drawn of a run. */
export type RunCurve = Pick<RunResult, "run" | "metric" | "best" | "stoppedEarly">;

/** Options of {@linkcode earlyStoppingFigure}. */
export interface EarlyStoppingOptions {
  /** The metric that runs logged, for instance "val_loss". */
  metric: string;
  /** "minimize" by default. */
  goal?: "minimize" | "maximize";
  /** Epochs at which early stopping compared the runs. */
  bands?: readonly number[];
  /** Title; "METRIC of N runs by epoch" by default. */
  title?: string;
}

/**
 * The metric of each run by epoch: runs that early stopping ended have a cross at their end, the
 * best run stands out, and lines show where runs were compared.
 */
export function earlyStoppingFigure(
  results: readonly RunCurve[],
  options: EarlyStoppingOptions,
): Figure {
  const { metric, goal = "minimize", bands = [] } = options;
  const shown = results.filter(({ best }) => Number.isFinite(best));
  const sign = goal === "minimize" ? 1 : -1;
  const best = shown.toSorted((a, b) => sign * (a.best - b.best))[0];
  const epochs = Math.max(1, ...shown.map((result) => result.metric.length));
  const stopped = shown.filter(({ stoppedEarly }) => stoppedEarly);
  const whole = shown.filter((result) => !result.stoppedEarly && result !== best);
  return {
    data: [
      curves("stopped early", stopped, { color: "#e0a98a", width: 1 }),
      crosses(stopped),
      curves("not stopped", whole, { color: inks.mark, width: 1 }),
      curves("the best", best ? [best] : [], { color: inks.train, width: 3 }),
    ],
    layout: {
      ...figureLayout(options.title ?? `${metric} of ${shown.length} runs by epoch`, {
        height: 420,
        subtitle: `${stopped.length} of ${shown.length} runs stopped early` +
          (bands.some((band) => band <= epochs) ? "; dashed: where runs are compared" : ""),
      }),
      xaxis: axis("epoch", epochTicks(epochs)),
      yaxis: axis(metric, logarithmicAxis(shown.flatMap((result) => result.metric))),
      shapes: bands.filter((band) => band <= epochs).map((band) => verticalLine(band)),
      showlegend: true,
    },
  };
}

/** All curves of a kind as one trace, a gap after each. */
function curves(
  name: string,
  results: readonly RunCurve[],
  line: { color: string; width: number },
): Data {
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: results.flatMap(({ metric }) => [...metric.map((_, index) => index + 1), NaN]),
    y: roundedResults(results.flatMap(({ metric }) => [...metric, NaN])),
    text: results.flatMap(({ metric, run }) => [...metric.map(() => run), ""]),
    line,
    marker: { size: 3 + line.width },
    connectgaps: false,
    hovertemplate: "run %{text}, epoch %{x}: %{y:.4f}<extra></extra>",
  };
}

function crosses(results: readonly RunCurve[]): Data {
  return {
    type: "scatter",
    mode: "markers",
    x: results.map(({ metric }) => metric.length),
    y: roundedResults(results.map(({ metric }) => metric.at(-1) ?? NaN)),
    marker: { symbol: "x", size: 8, color: inks.validation },
    showlegend: false,
    hoverinfo: "skip",
  };
}

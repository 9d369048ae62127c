import type { Data } from "plotly.js-dist-min";
import { logarithmicAxis } from "../drawing/axis_ticks.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout } from "../drawing/figure_layout.ts";
import { modelStyle } from "../scores/model_style.ts";
import { rounded } from "../drawing/rounded.ts";
import { roundedResults } from "./rounded_results.ts";

/** A search, run by run in the order in which they ended. */
export interface SearchCourse {
  /** Name of the search. */
  name: string;
  /** The best so far after each run. */
  best: readonly number[];
  /** What each run reached, NaN for one without a result; without it there are no dots. */
  results?: readonly number[];
  /** When each run ended, in minutes of the search; without it there is no panel over time. */
  minutes?: readonly number[];
}

/** Options of {@linkcode bestSoFarFigure}. */
export interface BestSoFarOptions {
  /** What was searched for, for instance "val_loss". */
  metric: string;
  /** Title; "Best METRIC so far" by default. */
  title?: string;
}

/**
 * The best result so far of one or more searches, run by run and, where times are known, over
 * time; a dot for what each run reached.
 */
export function bestSoFarFigure(
  searches: readonly SearchCourse[],
  options: BestSoFarOptions,
): Figure {
  const { metric } = options;
  const values = searches.flatMap(({ results = [], best }) => [...results, ...best]);
  const timed = searches.every(({ minutes }) => minutes !== undefined);
  const scale = logarithmicAxis(values);
  const layout = {
    ...figureLayout(options.title ?? `Best ${metric} so far`, {
      subtitle: searches.some(({ results }) => results)
        ? "line: best so far; dots: what each run reached"
        : "",
    }),
    xaxis: axis("runs that have ended", { rangemode: "tozero" }),
    yaxis: axis(metric, scale),
    showlegend: searches.length > 1,
  };
  const runs = searches.flatMap((search, index) =>
    courseTraces(search, index, { panel: 0, x: search.best.map((_, run) => run + 1) })
  );
  if (!timed) return { data: runs, layout };
  const overTime = searches.flatMap((search, index) =>
    courseTraces(search, index, { panel: 1, x: search.minutes! })
  );
  return {
    data: [...runs, ...overTime],
    layout: {
      ...layout,
      grid: { rows: 1, columns: 2, pattern: "independent", xgap: 0.16 },
      xaxis2: axis("minutes in which trials ran", { rangemode: "tozero" }),
      yaxis2: axis(metric, { ...scale, matches: "y" }),
    },
  };
}

function courseTraces(
  { name, results, best }: SearchCourse,
  index: number,
  { panel, x }: { panel: number; x: readonly number[] },
): Data[] {
  const { color, dash, symbol } = modelStyle(index);
  const suffix = axisSuffix(panel);
  const common = {
    type: "scatter" as const,
    x: rounded(x, 2),
    legendgroup: name,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
  const line: Data = {
    ...common,
    mode: "lines",
    name,
    y: roundedResults(best),
    line: { color, dash, width: 2.5, shape: "hv" },
    showlegend: panel === 0,
    hovertemplate: `best %{y:.4f}<extra>${name}</extra>`,
  };
  if (!results) return [line];
  const dots: Data = {
    ...common,
    mode: "markers",
    name: `${name}: each run`,
    y: roundedResults(results),
    marker: { color, symbol, size: 6, opacity: 0.4 },
    showlegend: false,
    hovertemplate: `%{y:.4f}<extra>${name}</extra>`,
  };
  return [dots, line];
}

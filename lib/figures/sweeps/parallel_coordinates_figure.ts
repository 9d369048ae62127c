import type { Annotation, Data, Shape } from "plotly.js-dist-min";
import type { ParameterColumn } from "lib/sweeps/mod.ts";
import { axisTicks } from "../drawing/axis_ticks.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks } from "../drawing/figure_layout.ts";
import { scaleColor } from "./value_scale.ts";

/** What the lines of {@linkcode parallelCoordinatesFigure} are coloured by. */
export interface ParallelCoordinatesOptions {
  /** One number a run, for instance its best loss; lines of runs with NaN are left out. */
  results: readonly number[];
  /** Its name. */
  metric: string;
  /** Which results are the good ones, drawn dark and on top; "minimize" by default. */
  goal?: "minimize" | "maximize";
  /** The name of each run, shown when the pointer is on its line. */
  names?: readonly string[];
  /** Title; "Parameters of N runs" by default. */
  title?: string;
}

/**
 * Each run as a line from its first parameter to its last, and on to its result, in the colour of
 * that result. Colours go by rank, so that one diverged run does not make all others look alike.
 *
 * @param columns the parameters, each with one value a run, as `parameterColumns` gives them.
 */
export function parallelCoordinatesFigure(
  columns: readonly ParameterColumn[],
  options: ParallelCoordinatesOptions,
): Figure {
  const { results, metric, goal = "minimize", names } = options;
  const rows = results.map((_, row) => row).filter((row) => Number.isFinite(results[row]))
    .sort((a, b) => (results[b]! - results[a]!) * (goal === "minimize" ? 1 : -1));
  const title = options.title ?? `Parameters of ${rows.length} runs`;
  const axes = [...columns, resultColumn(metric, rows.map((row) => results[row]!), results)];
  return {
    data: rows.map((row, place) => {
      const quality = rows.length > 1 ? place / (rows.length - 1) : 1;
      const jitter = place / Math.max(1, rows.length - 1) - 0.5;
      return runLine(axes, row, { quality, jitter, name: names?.[row] });
    }),
    layout: {
      ...figureLayout(title, {
        height: 420,
        subtitle: `one line a run, the darker the better its ${metric}`,
      }),
      margin: { l: 40, r: 56, t: 108, b: 16 },
      xaxis: axis("", { visible: false, range: [-0.15, axes.length - 0.85] }),
      yaxis: axis("", { visible: false, range: [-0.08, 1.08] }),
      shapes: axes.map((_, index) => axisLine(index)),
      annotations: axes.flatMap((column, index) => [
        axisTitle(column.name, index),
        ...ticksOf(column).map(({ text, at }) => tickText(text, index, at)),
      ]),
      showlegend: false,
    },
  };
}

/** How far lines that share a category's value keep apart, as a part of its axis. */
const spread = 0.12;

function runLine(
  axes: readonly ParameterColumn[],
  row: number,
  { quality, jitter, name }: { quality: number; jitter: number; name?: string },
): Data {
  const places = axes.map((column) =>
    placeOf(column, column.values[row]!) + (column.scale === "category" ? spread * jitter : 0)
  );
  const words = axes.map((column) => `${column.name}: ${valueText(column, column.values[row]!)}`);
  return {
    type: "scatter",
    mode: "lines",
    ...(name === undefined ? {} : { name }),
    x: axes.map((_, index) => index),
    y: places.map((place) => Math.round(place * 1e4) / 1e4),
    line: { color: scaleColor(quality), width: quality === 1 ? 3 : 1.2, shape: "linear" },
    opacity: 0.35 + 0.65 * quality,
    hoverinfo: "text",
    hovertext: (name === undefined ? words : [`run ${name}`, ...words]).join("<br>"),
  };
}

/** The result as the last axis, on a logarithmic scale where its values span a factor of ten. */
function resultColumn(
  name: string,
  finite: readonly number[],
  values: readonly number[],
): ParameterColumn {
  const range: [number, number] = finite.length > 0
    ? [Math.min(...finite), Math.max(...finite)]
    : [0, 1];
  const scale = range[0] > 0 && range[1] / range[0] > 10 ? "log" : "linear";
  return { name, scale, range, values: [...values], ordered: true };
}

/** 0 at the bottom of the axis, 1 at its top. */
function placeOf({ scale, range: [low, high] }: ParameterColumn, value: number): number {
  if (low === high) return 0.5;
  if (scale === "log") return Math.log(value / low) / Math.log(high / low);
  return (value - low) / (high - low);
}

function ticksOf(column: ParameterColumn): { text: string; at: number }[] {
  const { levels, range: [low, high], scale } = column;
  if (levels) return levels.map((text, index) => ({ text, at: placeOf(column, index) }));
  const ticks = axisTicks([low, high], scale === "log" ? "log" : "linear");
  return ticks.map((value) => ({ text: shortNumber(value), at: placeOf(column, value) }));
}

function valueText({ levels }: ParameterColumn, value: number): string {
  return levels?.[value] ?? shortNumber(value);
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function axisLine(index: number): Partial<Shape> {
  return {
    type: "line",
    layer: "above",
    x0: index,
    x1: index,
    y0: -0.06,
    y1: 1.06,
    line: { color: inks.mark, width: 1 },
  };
}

/** Names are long and axes close together: each second one stands higher. */
function axisTitle(text: string, index: number): Partial<Annotation> {
  return {
    text,
    x: index,
    yref: "y domain" as Annotation["yref"],
    y: 1,
    yanchor: "bottom",
    yshift: index % 2 === 0 ? 0 : 16,
    showarrow: false,
    font: { size: 12, color: inks.text },
  };
}

function tickText(text: string, index: number, at: number): Partial<Annotation> {
  return {
    text,
    x: index,
    y: at,
    xanchor: "left",
    xshift: 3,
    showarrow: false,
    bgcolor: "rgba(255,255,255,0.7)",
    borderpad: 0,
    font: { size: 10, color: inks.text },
  };
}

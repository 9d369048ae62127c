import { type Beat, rowFrequency, rowLength } from "lib/beats/mod.ts";
import type { Annotation, Data, Shape } from "plotly.js-dist-min";
import { beatPlace, beatTrace } from "./beat_panels.ts";
import { classColor } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks, panelTitle } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** Options of {@linkcode rowLengthsFigure}. */
export interface RowLengthsFigureOptions {
  /** The row that is drawn above; the first one by default. */
  example?: number;
}

/** Width of a bar in values of a row. */
const barWidth = 4;

/** A row with its signal and the zeros that pad it, and beneath it how long the signal of all rows is. */
export function rowLengthsFigure(
  beats: readonly Pick<Beat, "record" | "sample" | "label" | "row">[],
  options: RowLengthsFigureOptions = {},
): Figure {
  const lengths = beats.map(({ row }) => signalLength(row));
  const example = beats[options.example ?? 0];
  if (example === undefined) {
    throw new RangeError(
      `Cannot draw the lengths of rows: wanted row ${
        options.example ?? 0
      }, found ${beats.length} rows`,
    );
  }
  const end = signalLength(example.row) / rowFrequency;
  const longest = rowLength / rowFrequency;
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]!;
  const times = { range: [-0.01, longest] as [number, number], dtick: 0.25 };
  return {
    data: [beatTrace(example.row, 0, classColor(example.label)), lengthBars(lengths)],
    layout: {
      ...figureLayout("A row begins with its beat and ends in zeros", {
        height: 440,
        subtitle: `half of the ${beats.length.toLocaleString("en")} rows hold no more than ` +
          `${(median / rowFrequency).toFixed(2)} s of signal; a row is ${
            longest.toFixed(2)
          } s long`,
      }),
      margin: { l: 64, r: 24, t: 108, b: 56 },
      grid: { rows: 2, columns: 1, pattern: "independent", ygap: 0.3 },
      xaxis: axis("", times),
      yaxis: axis("scaled signal", { range: [-0.05, 1.15] }),
      xaxis2: axis("time in the row in s", { ...times, matches: "x" }),
      yaxis2: axis("% of the rows", { rangemode: "tozero" }),
      shapes: [paddingShade(end, longest)],
      annotations: [
        panelTitle(`a row of ${beatPlace(example)}; shaded: the zeros after its signal`, 0),
        panelTitle("where the signal of a row ends", 1),
        ...(end < longest ? [paddingLabel((end + longest) / 2)] : []),
      ],
      showlegend: false,
    },
  };
}

/** How many values a row has up to its last that is not 0: a zero in the signal itself is nearly never its last value. */
function signalLength(row: Float32Array): number {
  return row.findLastIndex((value) => value > 0) + 1;
}

function lengthBars(lengths: readonly number[]): Data {
  const bars = new Array<number>(Math.ceil((rowLength + 1) / barWidth)).fill(0);
  for (const length of lengths) bars[Math.floor(length / barWidth)]!++;
  return {
    type: "bar",
    x0: barWidth / 2 / rowFrequency,
    dx: barWidth / rowFrequency,
    y: rounded(bars.map((count) => 100 * count / lengths.length), 3),
    marker: { color: inks.signal },
    xaxis: "x2",
    yaxis: "y2",
    hovertemplate: "%{x:.2f} s: %{y:.1f} % of the rows<extra></extra>",
  };
}

function paddingShade(from: number, to: number): Partial<Shape> {
  return {
    type: "rect",
    layer: "below",
    xref: "x",
    yref: "y domain" as Shape["yref"],
    x0: from,
    x1: to,
    y0: 0,
    y1: 1,
    fillcolor: "#f1f3f6",
    line: { width: 0 },
  };
}

function paddingLabel(x: number): Partial<Annotation> {
  return {
    text: "zeros",
    xref: "x",
    yref: "y domain" as Annotation["yref"],
    x,
    y: 0.5,
    showarrow: false,
    font: { size: 11, color: inks.muted },
  };
}

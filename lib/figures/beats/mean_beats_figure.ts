import { aamiClasses, type Beat, rowFrequency, rowLength } from "lib/beats/mod.ts";
import type { Data } from "plotly.js-dist-min";
import { beatPanels, beatTrace } from "./beat_panels.ts";
import type { Figure } from "../drawing/figure.ts";
import { axisSuffix, figureLayout } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** The mean beat of each class, with one standard deviation to either side as a band. */
export function meanBeatsFigure(beats: readonly Pick<Beat, "label" | "row">[]): Figure {
  const classes = aamiClasses
    .map((aamiClass) => ({ ...aamiClass, ...meanBeat(beats, aamiClass.label) }))
    .filter(({ count }) => count > 0);
  const titles = classes.map(({ letter, count }) =>
    `${letter} · ${count.toLocaleString("en")} beats`
  );
  return {
    data: classes.flatMap(({ mean, deviation, color }, panel) => [
      bandTrace(mean, deviation, panel, color),
      beatTrace(mean, panel, color),
    ]),
    layout: {
      ...figureLayout("The mean beat of each class", {
        height: 300,
        subtitle: "band: one standard deviation to either side",
      }),
      ...beatPanels(titles, { columns: classes.length }),
    },
  };
}

function meanBeat(beats: readonly Pick<Beat, "label" | "row">[], label: number) {
  const sums = new Float64Array(rowLength);
  const squares = new Float64Array(rowLength);
  let count = 0;
  for (const beat of beats) {
    if (beat.label !== label) continue;
    count++;
    beat.row.forEach((value, column) => {
      sums[column]! += value;
      squares[column]! += value * value;
    });
  }
  const mean = sums.map((sum) => sum / count);
  const deviation = squares.map((sum, column) =>
    Math.sqrt(Math.max(0, sum / count - mean[column]! ** 2))
  );
  return { count, mean, deviation };
}

/** A closed line around the band: along its upper edge and back along the lower one. */
function bandTrace(
  mean: Float64Array,
  deviation: Float64Array,
  panel: number,
  color: string,
): Data {
  const upper = mean.map((value, column) => value + deviation[column]!);
  const lower = mean.map((value, column) => value - deviation[column]!);
  const times = Array.from(mean, (_, column) => column / rowFrequency);
  const suffix = axisSuffix(panel);
  return {
    type: "scatter",
    mode: "lines",
    x: rounded([...times, ...times.toReversed()], 4),
    y: rounded([...upper, ...lower.toReversed()], 3),
    fill: "toself",
    fillcolor: color + "33",
    line: { width: 0 },
    hoverinfo: "skip",
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}

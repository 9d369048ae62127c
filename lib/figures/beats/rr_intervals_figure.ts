import { aamiClasses } from "lib/beats/mod.ts";
import type { Layout } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, panelTitle } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** The time from the beat before to a beat. */
export interface RrInterval {
  /** The AAMI label of the beat that ends the interval. */
  label: number;
  /** The interval in seconds; NaN, which is left out, for the first beat of a record. */
  seconds: number;
}

/** Options of {@linkcode rrIntervalsFigure}. */
export interface RrIntervalsFigureOptions {
  /** The right end of the time axis in seconds; 2 by default. Longer intervals are not drawn. */
  longest?: number;
  /** Width of a bar in seconds; 0.02 by default. */
  binWidth?: number;
}

/**
 * How the intervals to the beat before are spread in each class: one histogram a class, above each
 * other.
 */
export function rrIntervalsFigure(
  intervals: readonly RrInterval[],
  options: RrIntervalsFigureOptions = {},
): Figure {
  const { longest = 2, binWidth = 0.02 } = options;
  const classes = aamiClasses.flatMap(({ label, letter, color }) => {
    const seconds = intervals
      .filter((interval) => interval.label === label && !Number.isNaN(interval.seconds))
      .map((interval) => interval.seconds).sort((a, b) => a - b);
    return seconds.length === 0 ? [] : [{ letter, color, seconds }];
  });
  const titles = classes.map(({ letter, seconds }) =>
    `${letter} · ${seconds.length.toLocaleString("en")} intervals, ` +
    `median ${seconds[Math.floor(seconds.length / 2)]!.toFixed(2)} s`
  );
  const layout: Partial<Layout> = {
    ...figureLayout("Interval to the beat before, by class", {
      height: 140 + 95 * classes.length,
      subtitle: `share of the intervals of the class, in bars of ${binWidth} s`,
    }),
    grid: { rows: classes.length, columns: 1, pattern: "independent", ygap: 0.35 },
    annotations: titles.map(panelTitle),
    showlegend: false,
    bargap: 0,
  };
  classes.forEach((_, panel) => {
    const bottom = panel === classes.length - 1;
    Object.assign(layout, {
      [`xaxis${axisSuffix(panel)}`]: axis(bottom ? "RR interval in s" : "", {
        range: [0, longest],
        showticklabels: bottom,
        matches: panel === 0 ? undefined : "x",
      }),
      [`yaxis${axisSuffix(panel)}`]: axis("%", { rangemode: "tozero", nticks: 4 }),
    });
  });
  const data = classes.map(({ color, seconds }, panel) => ({
    type: "bar" as const,
    x0: binWidth / 2,
    dx: binWidth,
    y: shares(seconds, longest, binWidth),
    marker: { color },
    xaxis: `x${axisSuffix(panel)}`,
    yaxis: `y${axisSuffix(panel)}`,
    hovertemplate: "%{x:.2f} s: %{y:.1f} %<extra></extra>",
  }));
  return { data, layout };
}

/** The share of the intervals in each bar, in percent. */
function shares(seconds: number[], longest: number, binWidth: number): number[] {
  const counts = new Array<number>(Math.round(longest / binWidth)).fill(0);
  for (const interval of seconds) {
    const bin = Math.floor(interval / binWidth);
    if (bin < counts.length) counts[bin]!++;
  }
  return rounded(counts.map((count) => 100 * count / seconds.length), 3);
}

import { type Dataset, recordFrequency, rowFrequency } from "lib/beats/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import { axis, axisSuffix, panelTitle } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** The part of a layout that places heartbeat rows in a grid of panels with shared axes. */
export interface BeatPanelsOptions {
  columns: number;
  /** Gap between rows of panels as a share of a panel; room for the titles. */
  rowGap?: number;
}

/** Places one panel for each title, row by row, on time axes of one row's length. */
export function beatPanels(titles: readonly string[], options: BeatPanelsOptions): Partial<Layout> {
  const { columns, rowGap = 0.35 } = options;
  const rows = Math.max(1, Math.ceil(titles.length / columns));
  const layout: Partial<Layout> = {
    grid: { rows, columns, pattern: "independent", xgap: 0.12, ygap: rowGap },
    annotations: titles.map(panelTitle),
    showlegend: false,
  };
  titles.forEach((_, panel) => {
    const suffix = axisSuffix(panel);
    const bottom = panel + columns >= titles.length;
    const left = panel % columns === 0;
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? "time in s" : "", {
        range: [0, 1.55],
        dtick: 0.5,
        showticklabels: bottom,
        matches: panel === 0 ? undefined : "x",
      }),
      [`yaxis${suffix}`]: axis(left ? "scaled signal" : "", {
        range: [-0.05, 1.1],
        dtick: 0.5,
        showticklabels: left,
        matches: panel === 0 ? undefined : "y",
      }),
    });
  });
  return layout;
}

/** A heartbeat row as a line in a panel. */
export function beatTrace(row: ArrayLike<number>, panel: number, color: string): Data {
  const suffix = axisSuffix(panel);
  return {
    type: "scatter",
    mode: "lines",
    x0: 0,
    dx: 1 / rowFrequency,
    y: rounded(row, 3),
    line: { color, width: 1.5 },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    hovertemplate: "%{x:.2f} s, %{y:.2f}<extra></extra>",
  };
}

/** The samples of a row of a dataset. */
export function beatRow({ inputs }: Pick<Dataset, "inputs">, row: number): Float32Array {
  const { shape: [length], values } = inputs["beat"]!;
  return values.subarray(row * length!, (row + 1) * length!);
}

/** Where a beat is from, in words: its record and its time in the record. */
export function beatPlace({ record, sample }: { record: string; sample: number }): string {
  if (record === "") return "record unknown";
  return `record ${record}, ${(sample / recordFrequency).toFixed(1)} s`;
}

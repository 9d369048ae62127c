import type { Data, Layout } from "plotly.js-dist-min";
import { axis, axisSuffix, inks, panelTitle } from "../drawing/figure_layout.ts";
import type { Figure } from "../drawing/figure.ts";
import { panelRows } from "../drawing/panel_rows.ts";
import { rounded } from "../drawing/rounded.ts";
import { classColor, classLetter } from "../scores/class_label.ts";
import { verticalLine } from "../drawing/vertical_line.ts";

/** The errors of rows, with the class of each. */
export interface ClassErrors {
  /** What stands above the panel. */
  title: string;
  /** `[rows]`, above 0. */
  errors: ArrayLike<number>;
  /** `[rows]`, 0 to 4. */
  labels: ArrayLike<number>;
  /** The error from which on a beat is called unusual. */
  threshold?: number;
}

const bins = 60;

/** How large the errors are in each class, on a logarithmic axis, each class with an area of 1; one panel for each. */
export function errorDistributionsFigure(panels: readonly ClassErrors[]): Figure {
  const layout: Partial<Layout> = {
    ...panelRows("Errors of each class", {
      rows: 1,
      columns: panels.length,
      panel: 240,
      names: 5,
      subtitle:
        "share of each class's beats by error; dashed: the threshold chosen on validation beats",
    }),
    annotations: panels.map(({ title }, panel) => panelTitle(title, panel)),
    shapes: [],
  };
  const data = panels.flatMap((panel, index) => {
    const suffix = axisSuffix(index);
    const logs = Array.from(panel.errors, (error) => Math.log10(Math.max(error, 1e-9)));
    const sorted = logs.toSorted((a, b) => a - b);
    const low = sorted[Math.floor(sorted.length * 0.001)]!;
    const high = sorted[Math.ceil((sorted.length - 1) * 0.999)]!;
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis("mean squared error", {
        type: "log",
        range: [low, high],
        nticks: 6,
        exponentformat: "power",
      }),
      [`yaxis${suffix}`]: axis(index === 0 ? "share of the class in %" : "", {
        rangemode: "tozero",
      }),
    });
    if (panel.threshold !== undefined) {
      layout.shapes!.push(
        verticalLine(panel.threshold, { panel: index, color: inks.text, layer: "above" }),
      );
    }
    const isNew = (label: number) =>
      !panels.slice(0, index).some(({ labels }) => Array.from(labels).includes(label));
    return distributions(panel, { logs, low, high, suffix, isNew });
  });
  return { data, layout };
}

function distributions(
  { labels }: ClassErrors,
  { logs, low, high, suffix, isNew }: {
    logs: number[];
    low: number;
    high: number;
    suffix: string;
    /** Whether no panel before has the class. */
    isNew: (label: number) => boolean;
  },
): Data[] {
  const width = (high - low) / bins || 1;
  // What is rounded to 0 has no place on a logarithmic axis.
  const decimals = low < -5 ? Math.ceil(-low) + 2 : 6;
  return [...new Set(Array.from(labels))].sort().map((label): Data => {
    const counts = new Float64Array(bins);
    let rows = 0;
    logs.forEach((log, row) => {
      if (labels[row] !== label) return;
      rows++;
      const bin = Math.floor((log - low) / width);
      counts[Math.min(Math.max(bin, 0), bins - 1)]!++;
    });
    return {
      type: "scatter",
      mode: "lines",
      name: classLetter(label),
      legendgroup: classLetter(label),
      showlegend: isNew(label),
      x: rounded(Array.from(counts, (_, bin) => 10 ** (low + (bin + 0.5) * width)), decimals),
      y: rounded(counts.map((count) => 100 * count / rows), 2),
      line: { color: classColor(label), width: 1.6, shape: "hvh" },
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
      hovertemplate: `error %{x:.4f}: %{y:.1f} %<extra>${classLetter(label)}</extra>`,
    };
  });
}

import type { Data } from "plotly.js-dist-min";
import { classColor, classLetter, classTitle } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** A part of a bar below this share, in percent, has no room for its number. */
const smallestWritten = 4;

/**
 * The share of each class in each of several datasets, as one stacked bar a dataset, the first on
 * top. A dataset without beats has an empty bar.
 *
 * @param counts For each dataset, by its name, one count a class in label order.
 *
 * @example
 * ```ts
 * import { classSharesFigure } from "lib/figures/mod.ts";
 *
 * classSharesFigure({ train: [72471, 2223, 5788, 641, 6431], test: [18118, 556, 1448, 162, 1608] });
 * ```
 */
export function classSharesFigure(counts: Readonly<Record<string, readonly number[]>>): Figure {
  const datasets = Object.entries(counts).map(([name, values]) => {
    const total = values.reduce((sum, count) => sum + count, 0);
    return {
      name: `${name}<br>${total.toLocaleString("en")} beats`,
      values,
      shares: values.map((count) => total > 0 ? 100 * count / total : 0),
    };
  });
  const classes = Math.max(0, ...datasets.map(({ values }) => values.length));
  const data = Array.from({ length: classes }, (_, label): Data => {
    const shares = datasets.map(({ shares }) => shares[label] ?? 0);
    return {
      type: "bar",
      orientation: "h",
      name: classLetter(label),
      x: rounded(shares, 3),
      y: datasets.map(({ name }) => name),
      text: shares.map((share) => share < smallestWritten ? "" : `${share.toFixed(1)} %`),
      textposition: "inside",
      insidetextanchor: "middle",
      textangle: 0,
      marker: { color: classColor(label) },
      customdata: datasets.map(({ values }) => values[label] ?? 0),
      hovertemplate: `${classTitle(label)}<br>%{x:.2f} %, %{customdata:,} beats<extra></extra>`,
    };
  });
  const layout = figureLayout("Share of each class in each dataset", {
    subtitle: `shares below ${smallestWritten} % are drawn without their number`,
    height: 160 + 64 * datasets.length,
  });
  return {
    data,
    layout: {
      ...layout,
      legend: { ...layout.legend, traceorder: "normal", title: { text: "AAMI class" } },
      xaxis: axis("share of beats in %", { range: [0, 100] }),
      yaxis: axis("", { autorange: "reversed", ticks: "", showgrid: false }),
      barmode: "stack",
      bargap: 0.3,
      showlegend: true,
    },
  };
}

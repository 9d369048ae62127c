import type { Data } from "plotly.js-dist-min";
import { classColor, classLetter, classTitle } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";

/** Options of {@linkcode classCountsFigure}. */
export interface ClassCountsFigureOptions {
  /** A logarithmic count axis, on which the rare classes can be seen; true by default. */
  logarithmic?: boolean;
}

/**
 * How many beats of each class there are in each part of the data, as bars with their numbers.
 *
 * @param counts For each part, for instance "train" and "test", one count a class in label order.
 *
 * @example
 * ```ts
 * import { classCountsFigure } from "lib/figures/mod.ts";
 *
 * classCountsFigure({ train: [72471, 2223, 5788, 641, 6431], test: [18118, 556, 1448, 162, 1608] });
 * ```
 */
export function classCountsFigure(
  counts: Readonly<Record<string, readonly number[]>>,
  options: ClassCountsFigureOptions = {},
): Figure {
  const { logarithmic = true } = options;
  const parts = Object.entries(counts);
  const data = parts.map(([part, values], index): Data => ({
    type: "bar",
    name: part,
    x: values.map((_, label) => classLetter(label)),
    y: [...values],
    text: values.map((count) => `${part}<br>${count.toLocaleString("en")}`),
    textposition: "outside",
    textfont: { size: 11 },
    cliponaxis: false,
    marker: {
      color: values.map((_, label) => classColor(label)),
      opacity: 1 - 0.6 * index / Math.max(1, parts.length - 1),
    },
    hovertext: values.map((_, label) => classTitle(label)),
    hovertemplate: `%{hovertext}<br>%{y:,} beats<extra>${part}</extra>`,
  }));
  const most = Math.max(...parts.flatMap(([, values]) => values));
  return {
    data,
    layout: {
      ...figureLayout("Beats of each class", {
        subtitle: logarithmic ? "logarithmic axis: a step up is ten times as many" : "",
      }),
      xaxis: axis("AAMI class"),
      yaxis: axis("number of beats", {
        type: logarithmic ? "log" : "linear",
        range: logarithmic ? [0, Math.log10(most) + 0.6] : [0, most * 1.15],
        dtick: logarithmic ? 1 : undefined,
        tickformat: ",",
      }),
      showlegend: false,
      bargap: 0.25,
    },
  };
}

import { rowFrequency } from "lib/beats/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelStyle } from "../scores/model_style.ts";

/** Smaller shares are left out, because a logarithmic axis has no 0. */
const least = 1e-30;

/**
 * How much of each sample of a row is left when a recurrent network gives its answer: the share of the gradient that
 * falls on each sample, on a logarithmic axis.
 *
 * @param models Each with the shares of all samples of a row.
 */
export function memoryFigure(
  models: readonly { model: string; shares: ArrayLike<number> }[],
): Figure {
  return {
    data: models.map(({ model, shares }, index) => {
      const { color, dash } = modelStyle(index);
      return {
        type: "scatter",
        mode: "lines",
        name: model,
        x0: 0,
        dx: 1 / rowFrequency,
        y: Array.from(shares, (share) => share < least ? null : Number(share.toPrecision(3))),
        line: { color, dash, width: 2 },
        hovertemplate: `%{x:.2f} s: %{y:.1e}<extra>${model}</extra>`,
      };
    }),
    layout: {
      ...figureLayout("How much the answer depends on each sample", {
        height: 360,
        subtitle: "share of the gradient's size that falls on each sample, mean over rows",
      }),
      xaxis: axis("time in the row in s; the beat is at 0", { range: [0, 1.56] }),
      yaxis: axis("share of the gradient", { type: "log", exponentformat: "power", nticks: 8 }),
      showlegend: true,
    },
  };
}

import type { History } from "lib/training/mod.ts";
import type { Figure } from "./figure.ts";
import { axis, figureLayout, inks } from "./figure_layout.ts";
import { epochTicks } from "./loss_figure.ts";

/** The learning rate of each epoch, on a logarithmic axis. */
export function learningRateFigure({ epochs }: Pick<History, "epochs">): Figure {
  return {
    data: [{
      type: "scatter",
      mode: "lines+markers",
      x: epochs.map(({ epoch }) => epoch),
      y: epochs.map(({ learningRate }) => Number(learningRate.toPrecision(5))),
      line: { color: inks.train, width: 2, shape: "hvh" },
      marker: { size: 5 },
      hovertemplate: "epoch %{x}: %{y:.2e}<extra></extra>",
    }],
    layout: {
      ...figureLayout("Learning rate of each epoch", { height: 300 }),
      xaxis: axis("epoch", epochTicks(epochs.length)),
      yaxis: axis("learning rate", { type: "log", exponentformat: "power" }),
      showlegend: false,
    },
  };
}

import type { ThresholdCurve } from "lib/metrics/mod.ts";
import { classCurves } from "./class_curves.ts";
import type { Figure } from "./figure.ts";
import { axis, figureLayout, inks } from "./figure_layout.ts";

/**
 * The receiver operating characteristic of each class against all others, with the area under it.
 */
export function rocFigure(
  evaluation: { roc: readonly Pick<ThresholdCurve, "x" | "y" | "area">[] },
): Figure {
  return {
    data: [
      ...classCurves(evaluation.roc, { area: "area", shape: "linear" }),
      {
        type: "scatter",
        mode: "lines",
        name: "chance · area 0.5",
        x: [0, 1],
        y: [0, 1],
        line: { color: inks.mark, width: 1, dash: "dot" },
        hoverinfo: "skip",
      },
    ],
    layout: {
      ...figureLayout("Sensitivity against false alarms, class by class", {
        width: 640,
        height: 480,
        subtitle: "receiver operating characteristic, each class against all others",
      }),
      xaxis: axis("false positive rate", { range: [-0.01, 1.01] }),
      yaxis: axis("true positive rate (sensitivity)", { range: [-0.01, 1.01] }),
      legend: { x: 0.98, xanchor: "right", y: 0.04, yanchor: "bottom" },
    },
  };
}

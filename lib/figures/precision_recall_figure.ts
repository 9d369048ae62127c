import type { ThresholdCurve } from "lib/metrics/mod.ts";
import { classCurves } from "./class_curves.ts";
import type { Figure } from "./figure.ts";
import { axis, figureLayout } from "./figure_layout.ts";

/** Precision over recall of each class against all others, with the average precision. */
export function precisionRecallFigure(
  evaluation: { pr: readonly Pick<ThresholdCurve, "x" | "y" | "area">[] },
): Figure {
  return {
    data: classCurves(evaluation.pr, { area: "average precision", shape: "vh" }),
    layout: {
      ...figureLayout("Precision against recall, class by class", {
        width: 640,
        height: 480,
        subtitle: "each class against all others",
      }),
      xaxis: axis("recall (sensitivity)", { range: [-0.01, 1.01] }),
      yaxis: axis("precision (positive predictivity)", { range: [-0.01, 1.02] }),
      legend: { x: 0.02, xanchor: "left", y: 0.04, yanchor: "bottom" },
    },
  };
}

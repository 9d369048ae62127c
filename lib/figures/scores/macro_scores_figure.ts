import type { Evaluation } from "lib/evaluation/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelBars } from "./model_bars.ts";

const scores = ["accuracy", "macroPrecision", "macroRecall", "macroF1"] as const;
const names = ["accuracy", "macro precision", "macro recall", "macro-F1"];

/** Accuracy and the plain means over the classes of precision, recall and F1, as bars by model. */
export function macroScoresFigure(
  evaluations: readonly Pick<Evaluation, "model" | "report">[],
): Figure {
  const models = evaluations.map(({ model, report }) => ({
    model,
    values: scores.map((key) => report[key]),
  }));
  return {
    data: modelBars(names, models),
    layout: {
      ...figureLayout("Accuracy and macro scores, model by model", {
        subtitle: "macro: the plain mean over the classes",
        names: evaluations.length,
      }),
      xaxis: axis("", { ticks: "" }),
      yaxis: axis("score", { range: [0, 1.12], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
      bargap: 0.2,
      showlegend: true,
    },
  };
}

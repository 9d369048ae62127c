import type { Evaluation } from "lib/evaluation/mod.ts";
import { classLetter } from "./class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelBars } from "./model_bars.ts";

/** F1 of each class as bars by model. */
export function classF1Figure(
  evaluations: readonly Pick<Evaluation, "model" | "report">[],
): Figure {
  const groups = (evaluations[0]?.report.classes ?? []).map(({ support }, label) =>
    `${classLetter(label)}<br>${support.toLocaleString("en")} beats`
  );
  const models = evaluations.map(({ model, report }) => ({
    model,
    values: report.classes.map(({ f1 }) => f1),
  }));
  return {
    data: modelBars(groups, models),
    layout: {
      ...figureLayout("F1 of each class, model by model", {
        subtitle: "F1: harmonic mean of precision and recall",
        names: evaluations.length,
      }),
      xaxis: axis("", { ticks: "" }),
      yaxis: axis("F1", { range: [0, 1.12], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
      bargap: 0.2,
      showlegend: true,
    },
  };
}

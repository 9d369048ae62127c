import type { Evaluation } from "lib/evaluation/mod.ts";
import { curvePanels } from "../drawing/curve_panels.ts";
import type { Figure } from "../drawing/figure.ts";

/**
 * Precision over recall of several models, one panel for each class against all others, with the average precisions.
 */
export function precisionRecallCurvesFigure(
  evaluations: readonly Pick<Evaluation, "model" | "pr">[],
): Figure {
  return curvePanels(evaluations.map(({ model, pr }) => ({ model, curves: pr })), {
    title: "Precision against recall, model by model",
    subtitle: "each class against all others; in the panels: average precision",
    x: { title: "recall", range: [-0.01, 1.02] },
    y: { title: "precision", range: [-0.01, 1.03] },
    shape: "vh",
    areas: "left",
  });
}

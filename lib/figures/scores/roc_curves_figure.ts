import { curvePanels, type ModelCurves } from "../drawing/curve_panels.ts";
import type { Evaluation } from "lib/evaluation/mod.ts";
import type { Figure } from "../drawing/figure.ts";

/** The false alarms that are worth looking at: beyond them the curves of good models are at the top. */
const falseAlarms = 0.25;

/**
 * Receiver operating characteristics of several models, one panel for each class against all others, with the areas
 * under the whole curves; only the part with few false alarms is drawn.
 */
export function rocCurvesFigure(
  evaluations: readonly Pick<Evaluation, "model" | "roc">[],
): Figure {
  const models = evaluations.map(({ model, roc }): ModelCurves => ({ model, curves: roc }));
  return curvePanels(models, {
    title: "Sensitivity against false alarms, model by model",
    subtitle: "each class against all others; in the panels: area under the whole curve",
    x: { title: "false positive rate", range: [-0.005, falseAlarms] },
    y: { title: "sensitivity", range: [lowest(models), 1.01] },
    shape: "linear",
    areas: "right",
  });
}

/** A tenth below which no curve goes once there are some false alarms, so that what differs can be seen. */
function lowest(models: readonly ModelCurves[]): number {
  const heights = models.flatMap(({ curves }) =>
    curves.filter(({ area }) => !Number.isNaN(area)).map(({ x, y }) => {
      const from = Array.from(x).findIndex((rate) => rate >= falseAlarms / 20);
      return y[Math.max(from - 1, 0)]!;
    })
  );
  return Math.min(0.9, Math.floor(10 * Math.min(1, ...heights)) / 10);
}

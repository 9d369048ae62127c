import type { ClassScores } from "lib/metrics/mod.ts";
import type { Data } from "plotly.js-dist-min";
import { classLetter, classTitle } from "./class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";

const scores = [
  { key: "precision", color: "#9fb3c8" },
  { key: "recall", color: "#5f7d9c" },
  { key: "f1", color: "#1f3a5f" },
] as const;

/** Precision, recall and F1 of each class as bars with their values. */
export function classScoresFigure(
  evaluation: { report: { macroF1: number; classes: readonly ClassScores[] } },
): Figure {
  const { classes, macroF1 } = evaluation.report;
  const data = scores.map(({ key, color }): Data => ({
    type: "bar",
    name: key === "f1" ? "F1" : key,
    x: classes.map(({ support }, label) =>
      `${classLetter(label)}<br>${support.toLocaleString("en")} beats`
    ),
    y: classes.map((scored) => Number(scored[key].toFixed(4))),
    text: classes.map((scored) => scored[key].toFixed(2)),
    textposition: "outside",
    textfont: { size: 11 },
    textangle: 0,
    cliponaxis: false,
    marker: { color },
    hovertext: classes.map((_, label) => classTitle(label)),
    hovertemplate: "%{hovertext}: %{y:.4f}",
  }));
  return {
    data,
    layout: {
      ...figureLayout("Precision, recall and F1 of each class", {
        subtitle: `macro-F1 ${macroF1.toFixed(3)}`,
      }),
      xaxis: axis("", { ticks: "" }),
      yaxis: axis("score", { range: [0, 1.08], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
      bargap: 0.2,
    },
  };
}

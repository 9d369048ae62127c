import type { Evaluation } from "lib/evaluation/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import { classLetter, classTitle } from "./class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, panelTitle } from "../drawing/figure_layout.ts";

const scores = [
  { key: "precision", name: "precision" },
  { key: "recall", name: "recall (sensitivity)" },
  { key: "f1", name: "F1" },
] as const;

/** Precision, recall and F1 of each class and model: one panel a score, one row a model. */
export function reportHeatmapFigure(
  evaluations: readonly Pick<Evaluation, "model" | "report">[],
): Figure {
  const models = evaluations.map(({ model }) => model);
  const layout: Partial<Layout> = {
    ...figureLayout("Scores of each class, model by model", {
      height: 180 + 34 * models.length,
      subtitle: "darker is better; colours begin at 0.5",
    }),
    margin: { l: 64, r: 24, t: 108, b: 56 },
    grid: { rows: 1, columns: scores.length, pattern: "independent", xgap: 0.06 },
    annotations: scores.map(({ name }, panel) => panelTitle(name, panel)),
  };
  const data = scores.map(({ key, name }, panel): Data => {
    const suffix = axisSuffix(panel);
    const plain = { showgrid: false, showline: false, ticks: "" as const };
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(panel === 1 ? "class" : "", plain),
      [`yaxis${suffix}`]: axis("", {
        ...plain,
        autorange: "reversed",
        showticklabels: panel === 0,
        type: "category",
      }),
    });
    const rows = evaluations.map(({ report }) => report.classes.map((scored) => scored[key]));
    return {
      type: "heatmap",
      x: (evaluations[0]?.report.classes ?? []).map((_, label) => classLetter(label)),
      y: models,
      z: rows.map((row) => row.map((score) => Number(score.toFixed(4)))),
      zmin: 0.5,
      zmax: 1,
      colorscale: [[0, "#f7fafc"], [0.4, "#d5e5f2"], [0.8, "#6aaed6"], [1, "#08519c"]],
      showscale: false,
      xgap: 2,
      ygap: 2,
      text: rows.map((row) => row.map((score) => score.toFixed(3))),
      texttemplate: "%{text}",
      textfont: { size: 11 },
      customdata: rows.map((row) => row.map((_, label) => classTitle(label))),
      hovertemplate: `%{y}: ${name} %{z:.4f}<br>%{customdata}<extra></extra>`,
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
    } as unknown as Data;
  });
  return { data, layout };
}

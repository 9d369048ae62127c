import type { Data, Layout } from "plotly.js-dist-min";
import { confusionMatrixFigure } from "./confusion_matrix_figure.ts";
import type { Figure } from "../drawing/figure.ts";
import { axisSuffix, panelTitle } from "../drawing/figure_layout.ts";
import { panelRows } from "../drawing/panel_rows.ts";

/**
 * The confusion matrices of several models beneath each other: numbers of beats at the left, shares of the actual
 * class at the right.
 */
export function confusionMatricesFigure(
  models: readonly { model: string; confusion: readonly (readonly number[])[] }[],
): Figure {
  const panels = models.flatMap(({ model, confusion }) =>
    [false, true].map((normalized) => ({
      title: `${model} · ${normalized ? "share of the actual class" : "number of beats"}`,
      figure: confusionMatrixFigure({ confusion }, { normalized }),
      normalized,
    }))
  );
  const layout: Partial<Layout> = {
    ...panelRows("Actual and predicted classes, model by model", {
      rows: models.length,
      columns: 2,
      panel: 200,
      subtitle: "colour: share of the actual class; the diagonal is right",
    }),
    annotations: panels.map(({ title }, panel) => panelTitle(title, panel)),
  };
  panels.forEach(({ figure, normalized }, panel) => {
    const suffix = axisSuffix(panel);
    const bottom = panel >= panels.length - 2;
    const { xaxis, yaxis } = figure.layout;
    Object.assign(layout, {
      [`xaxis${suffix}`]: bottom ? xaxis : { ...xaxis, title: { text: "" } },
      [`yaxis${suffix}`]: normalized
        ? { ...yaxis, title: { text: "" }, ticktext: yaxis!.tickvals }
        : { ...yaxis, title: { ...yaxis!.title, text: "actual class (beats)" } },
    });
  });
  const data = panels.map(({ figure }, panel): Data => {
    const suffix = axisSuffix(panel);
    const cells = { xaxis: `x${suffix}`, yaxis: `y${suffix}`, textfont: { size: 11 } };
    return { ...figure.data[0], ...cells } as Data;
  });
  return { data, layout };
}

import type { Data, Layout } from "plotly.js-dist-min";
import { confusionMatrixFigure } from "./confusion_matrix_figure.ts";
import type { Figure } from "../drawing/figure.ts";
import { axisSuffix, panelTitle } from "../drawing/figure_layout.ts";
import { panelRows } from "../drawing/panel_rows.ts";

/** With more, a cell is too narrow for the number of beats of class N. */
const mostColumns = 3;

/** The confusion matrices of several models beside each other: numbers of beats, in the colour of their share. */
export function confusionMatricesFigure(
  models: readonly { model: string; confusion: readonly (readonly number[])[] }[],
): Figure {
  const columns = Math.min(mostColumns, models.length);
  const layout: Partial<Layout> = {
    ...panelRows("Actual and predicted classes, model by model", {
      rows: Math.ceil(models.length / columns),
      columns,
      panel: 200,
      subtitle: "number of beats; colour: share of the actual class; the diagonal is right",
    }),
    annotations: models.map(({ model }, panel) => panelTitle(model, panel)),
  };
  const data = models.map(({ confusion }, panel): Data => {
    const suffix = axisSuffix(panel);
    const matrix = confusionMatrixFigure({ confusion });
    const { xaxis, yaxis } = matrix.layout;
    const leftmost = panel % columns === 0;
    const lowest = panel + columns >= models.length;
    Object.assign(layout, {
      [`xaxis${suffix}`]: lowest ? xaxis : { ...xaxis, title: { text: "" } },
      [`yaxis${suffix}`]: leftmost
        ? { ...yaxis, title: { ...yaxis!.title, text: "actual class (beats)" } }
        : { ...yaxis, title: { text: "" }, ticktext: yaxis!.tickvals },
    });
    const cells = { xaxis: `x${suffix}`, yaxis: `y${suffix}`, textfont: { size: 10 } };
    return { ...matrix.data[0], ...cells } as Data;
  });
  return { data, layout };
}

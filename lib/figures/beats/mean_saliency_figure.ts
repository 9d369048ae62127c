import { rowFrequency } from "lib/beats/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import { classTitle } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, panelTitle } from "../drawing/figure_layout.ts";
import { modelStyle } from "../scores/model_style.ts";
import { panelRows } from "../drawing/panel_rows.ts";
import { rounded } from "../drawing/rounded.ts";

const columns = 3;

/**
 * On which part of a row models base their answer: the mean share of the saliency that falls on each sample, one
 * panel a class, one line a model.
 *
 * @param models Each with the shares of each class as `meanSaliency()` gives them; a class without rows is left out.
 */
export function meanSaliencyFigure(
  models: readonly { model: string; shares: readonly ArrayLike<number>[] }[],
): Figure {
  const labels = [...models[0]?.shares.keys() ?? []]
    .filter((label) => !Number.isNaN(models[0]!.shares[label]![0]!));
  const layout: Partial<Layout> = {
    ...panelRows("Which part of a row moves the answer, class by class", {
      rows: Math.ceil(labels.length / columns),
      columns,
      panel: 140,
      columnGap: 0.1,
      names: models.length,
      subtitle: "mean share of the gradient's size that falls on each sample",
    }),
    annotations: labels.map((label, panel) => panelTitle(classTitle(label), panel)),
  };
  labels.forEach((_, panel) => {
    const suffix = axisSuffix(panel);
    const bottom = panel + columns >= labels.length;
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? "time in s" : "", { range: [0, 1.55], dtick: 0.5 }),
      [`yaxis${suffix}`]: axis(panel % columns === 0 ? "share in % a sample" : "", {
        rangemode: "tozero",
        nticks: 5,
        showticklabels: panel % columns === 0,
        matches: panel === 0 ? undefined : "y",
      }),
    });
  });
  const data = labels.flatMap((label, panel) =>
    models.map(({ model, shares }, index): Data => {
      const { color, dash } = modelStyle(index);
      const suffix = axisSuffix(panel);
      return {
        type: "scatter",
        mode: "lines",
        name: model,
        legendgroup: model,
        showlegend: panel === 0,
        x0: 0,
        dx: 1 / rowFrequency,
        y: rounded(Array.from(shares[label]!, (share) => 100 * share), 3),
        line: { color, dash, width: 1.8 },
        xaxis: `x${suffix}`,
        yaxis: `y${suffix}`,
        hovertemplate: `%{x:.2f} s: %{y:.2f} %<extra>${model}</extra>`,
      };
    })
  );
  return { data, layout };
}

import type { ThresholdCurve } from "lib/metrics/mod.ts";
import type { Annotation, Data, Layout } from "plotly.js-dist-min";
import { classTitle } from "../scores/class_label.ts";
import type { Figure } from "./figure.ts";
import { axis, axisSuffix, inks, panelTitle } from "./figure_layout.ts";
import { modelStyle } from "../scores/model_style.ts";
import { panelRows } from "./panel_rows.ts";
import { visiblePoints } from "./visible_points.ts";

/** The curves of a model, one a class in label order. */
export interface ModelCurves {
  model: string;
  curves: readonly Pick<ThresholdCurve, "x" | "y" | "area">[];
}

/** Options of {@linkcode curvePanels}. */
export interface CurvePanelsOptions {
  title: string;
  subtitle: string;
  x: { title: string; range: [number, number] };
  y: { title: string; range: [number, number] };
  /** How points are joined: "linear", or "vh" for steps that take the height of the right point. */
  shape: "linear" | "vh";
  /** Where the areas stand in a panel: where its curves leave room. */
  areas: "left" | "right";
}

const columns = 3;

/** One panel a class with a curve of each model and the areas under them; a class without an area has no curve. */
export function curvePanels(models: readonly ModelCurves[], options: CurvePanelsOptions): Figure {
  const classes = models[0]?.curves.length ?? 0;
  const layout: Partial<Layout> = {
    ...panelRows(options.title, {
      rows: Math.ceil(classes / columns),
      columns,
      panel: 170,
      columnGap: 0.1,
      names: models.length,
      subtitle: options.subtitle,
    }),
    annotations: [],
  };
  const data: Data[] = [];
  for (let label = 0; label < classes; label++) {
    const suffix = axisSuffix(label);
    const bottom = label + columns >= classes;
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? options.x.title : "", {
        range: options.x.range,
        nticks: 5,
        matches: label === 0 ? undefined : "x",
      }),
      [`yaxis${suffix}`]: axis(label % columns === 0 ? options.y.title : "", {
        range: options.y.range,
        nticks: 6,
        showticklabels: label % columns === 0,
        matches: label === 0 ? undefined : "y",
      }),
    });
    layout.annotations!.push(
      panelTitle(classTitle(label), label),
      areaText(models, label, options.areas),
    );
    data.push(...models.flatMap((model, index) => curve(model, { index, label, options })));
  }
  return { data, layout };
}

function curve(
  { model, curves }: ModelCurves,
  { index, label, options }: { index: number; label: number; options: CurvePanelsOptions },
): Data[] {
  const { x, y, area } = curves[label]!;
  if (Number.isNaN(area)) return [];
  const { color, dash } = modelStyle(index);
  const points = visiblePoints(x, y);
  const suffix = axisSuffix(label);
  return [{
    type: "scatter",
    mode: "lines",
    name: model,
    legendgroup: model,
    // Once a model, by its first curve: class N may have none.
    showlegend: label === curves.findIndex((own) => !Number.isNaN(own.area)),
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    line: { color, dash, width: 2, shape: options.shape },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    hovertemplate: `(%{x:.3f}, %{y:.3f})<extra>${model}, ${classTitle(label)}</extra>`,
  }];
}

/** The areas of all models, each in the model's colour. */
function areaText(
  models: readonly ModelCurves[],
  label: number,
  side: "left" | "right",
): Partial<Annotation> {
  const suffix = axisSuffix(label);
  const lines = models.map(({ model, curves }, index) => {
    const { area } = curves[label]!;
    const text = `${model} ${Number.isNaN(area) ? "-" : area.toFixed(4)}`;
    return `<span style="color:${modelStyle(index).color}">${text}</span>`;
  });
  return {
    text: lines.join("<br>"),
    xref: `x${suffix} domain` as Annotation["xref"],
    yref: `y${suffix} domain` as Annotation["yref"],
    x: side === "left" ? 0.06 : 0.96,
    y: 0.06,
    xanchor: side,
    yanchor: "bottom",
    align: side,
    showarrow: false,
    font: { size: 11, color: inks.text },
    bgcolor: "rgba(255,255,255,0.8)",
  };
}

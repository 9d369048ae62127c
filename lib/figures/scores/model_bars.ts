import type { Data } from "plotly.js-dist-min";
import { modelStyle } from "./model_style.ts";

/** More bars than these leave no room for their values side by side. */
const mostUpright = 16;

/**
 * Bars with their values in groups, one bar for each model in a group.
 *
 * @param groups What stands beneath each group.
 * @param models Each with one value a group, 0 to 1.
 */
export function modelBars(
  groups: readonly string[],
  models: readonly { model: string; values: readonly number[] }[],
): Data[] {
  const upright = groups.length * models.length <= mostUpright;
  return models.map(({ model, values }, index): Data => ({
    type: "bar",
    name: model,
    x: [...groups],
    y: values.map((value) => Number(value.toFixed(4))),
    text: values.map((value) => value.toFixed(3)),
    textposition: "outside",
    textfont: { size: 11 },
    textangle: upright ? 0 : -90,
    cliponaxis: false,
    marker: { color: modelStyle(index).color },
    hovertemplate: `${model}: %{y:.4f}<extra></extra>`,
  }));
}

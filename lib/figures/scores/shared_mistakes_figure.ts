import type { SharedMistakes } from "lib/evaluation/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";

/** How many of a model's mistakes each other model makes too; its own number of mistakes on the diagonal. */
export function sharedMistakesFigure(
  shared: Pick<SharedMistakes, "models" | "counts" | "everyone" | "anyone">,
): Figure {
  const { models, counts, everyone, anyone } = shared;
  const counted = (count: number) => count.toLocaleString("en");
  const share = (own: number, other: number) =>
    counts[own]![other]! / Math.max(counts[own]![own]!, 1);
  const plain = {
    type: "category" as const,
    showgrid: false,
    showline: false,
    ticks: "" as const,
  };
  return {
    data: [{
      type: "heatmap",
      x: models,
      y: models,
      z: counts.map((row, own) => row.map((_, other) => Number(share(own, other).toFixed(3)))),
      zmin: 0,
      zmax: 1,
      colorscale: [[0, "#f7fafc"], [0.3, "#d5e5f2"], [0.7, "#6aaed6"], [1, "#08519c"]],
      showscale: false,
      xgap: 2,
      ygap: 2,
      text: counts.map((row, own) =>
        row.map((count, other) =>
          own === other
            ? counted(count)
            : `${counted(count)}<br>${(100 * share(own, other)).toFixed(0)} %`
        )
      ),
      texttemplate: "%{text}",
      textfont: { size: 12 },
      hovertemplate: "of the mistakes of %{y}, %{x} makes: %{text}<extra></extra>",
    }],
    layout: {
      ...figureLayout("Mistakes that models share", {
        width: 560,
        height: 200 + 60 * models.length,
        subtitle: `${counted(anyone)} rows are wrong for at least one model, ${
          counted(everyone)
        } for all`,
      }),
      xaxis: axis("are made by this model too", plain),
      yaxis: axis("mistakes of this model", { ...plain, autorange: "reversed" }),
    },
  };
}

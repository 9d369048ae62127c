import { type Dataset, rowFrequency } from "lib/beats/mod.ts";
import type { Data } from "plotly.js-dist-min";
import { beatPanels, beatPlace, beatRow } from "./beat_panels.ts";
import { classLetter } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axisSuffix, inks } from "../drawing/figure_layout.ts";
import { nameRows, panelRows } from "../drawing/panel_rows.ts";
import { rounded } from "../drawing/rounded.ts";

/**
 * Which samples of some beats move a model's answer: each sample coloured by its saliency, the strongest of the row
 * in red; one row of panels a model, the same beats in each.
 *
 * @param rows The beats, side by side.
 * @param models Each with the saliency of these rows as `saliency()` gives it, `[rows * length]`.
 */
export function saliencyBeatsFigure(
  rows: Pick<Dataset, "inputs" | "labels" | "provenance">,
  models: readonly { model: string; sizes: ArrayLike<number> }[],
): Figure {
  const columns = Math.max(rows.labels.length, 1);
  const titles = models.flatMap(() =>
    rows.provenance.map(({ record, sample }, row) => {
      const place = beatPlace({ record, sample }).replace("record ", "").replace(", ", "<br>");
      return `${classLetter(rows.labels[row]!)} · ${place}`;
    })
  );
  const layout = {
    ...beatPanels(titles, { columns }),
    ...panelRows("Which samples move the answer, beat by beat", {
      rows: models.length,
      columns,
      panel: 90,
      titleLines: 2,
      columnGap: 0.12,
      subtitle: "red: strongest gradient of the row; grey: none",
    }),
  };
  nameRows(layout, models.map(({ model }) => model), { columns });
  return {
    data: models.flatMap(({ sizes }, line) =>
      rows.provenance.map((_, row) => {
        const beat = beatRow(rows, row);
        const own = Array.from(beat, (_, at) => sizes[row * beat.length + at]!);
        return colouredRow(beat, own, line * columns + row);
      })
    ),
    layout,
  };
}

function colouredRow(row: ArrayLike<number>, sizes: readonly number[], panel: number): Data {
  const suffix = axisSuffix(panel);
  const strongest = Math.max(...sizes) || 1;
  return {
    type: "scatter",
    mode: "lines+markers",
    x0: 0,
    dx: 1 / rowFrequency,
    y: rounded(row, 3),
    line: { color: inks.grid, width: 1 },
    marker: {
      size: 4,
      color: rounded(sizes.map((size) => size / strongest), 2),
      cmin: 0,
      cmax: 1,
      colorscale: [[0, "#d5dae1"], [0.25, "#f2b54a"], [1, "#b0001f"]],
    },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    hovertemplate: "%{x:.2f} s: %{marker.color:.2f} of the strongest<extra></extra>",
  };
}

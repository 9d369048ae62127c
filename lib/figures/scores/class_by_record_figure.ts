import type { Data } from "plotly.js-dist-min";
import { labelOfSymbol } from "lib/beats/mod.ts";
import type { PredictionCounts } from "lib/evaluation/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { classColor, classLetter, classTitle } from "./class_label.ts";

/**
 * The beats of one class, record by record: how many were found, how many were missed, and how many others were
 * taken for them. Records with none of either are left out.
 *
 * @param predictions As `countPredictions()` gives them.
 * @param label The class, 0 to 3.
 */
export function classByRecordFigure(predictions: PredictionCounts, label: number): Figure {
  const records = Object.entries(predictions).map(([record, symbols]) => {
    let [found, missed, wrong] = [0, 0, 0];
    for (const [symbol, counts] of Object.entries(symbols)) {
      const actual = labelOfSymbol(symbol);
      if (actual === undefined || actual >= counts.length) continue;
      const given = counts[label]!;
      if (actual !== label) wrong += given;
      else {
        found += given;
        missed += counts.reduce((sum, count) => sum + count, 0) - given;
      }
    }
    return { record, found, missed, wrong };
  }).filter(({ found, missed, wrong }) => found + missed + wrong > 0)
    .sort((a, b) => b.found + b.missed - a.found - a.missed || b.wrong - a.wrong);
  const bar = (
    name: string,
    key: "found" | "missed" | "wrong",
    color: string,
  ): Data => ({
    type: "bar",
    name,
    x: records.map(({ record }) => record),
    y: records.map((one) => one[key]),
    marker: { color },
    hovertemplate: `record %{x}: %{y} ${name}<extra></extra>`,
  });
  return {
    data: [
      bar("found", "found", classColor(label)),
      bar("missed", "missed", "#b8c0c8"),
      bar("others taken for it", "wrong", "#334155"),
    ],
    layout: {
      ...figureLayout(`Class ${classTitle(label)}, record by record`, {
        subtitle: `beats of class ${classLetter(label)}, and beats taken for them`,
        names: 3,
      }),
      barmode: "stack",
      xaxis: axis("record", { type: "category", ticks: "" }),
      yaxis: axis("beats", {}),
      showlegend: true,
    },
  };
}

import { classLetter, classTitle } from "./class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";

/** Options of {@linkcode confusionMatrixFigure}. */
export interface ConfusionMatrixFigureOptions {
  /** Write the share of the row into the cells, not the number of beats; false by default. */
  normalized?: boolean;
}

/**
 * How many beats of each actual class were predicted as each class. The colour of a cell is its
 * share of the row in either form: counts would leave the rare classes white.
 *
 * @param evaluation holds the counts as `confusion[actual][predicted]`.
 */
export function confusionMatrixFigure(
  evaluation: { confusion: readonly (readonly number[])[] },
  options: ConfusionMatrixFigureOptions = {},
): Figure {
  const { normalized = false } = options;
  const { confusion } = evaluation;
  const sums = confusion.map(sum);
  const shares = confusion.map((row, actual) => row.map((count) => count / (sums[actual] || 1)));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const counted = (count: number) => count.toLocaleString("en");
  const correct = sum(confusion.map((row, label) => row[label] ?? 0));
  const labels = confusion.map((_, label) => classLetter(label));
  return {
    data: [{
      type: "heatmap",
      x: labels,
      y: labels,
      z: shares.map((row) => row.map((share) => Number(share.toFixed(4)))),
      zmin: 0,
      zmax: 1,
      colorscale: [[0, "#f7fafc"], [0.1, "#d5e5f2"], [0.5, "#6aaed6"], [1, "#08519c"]],
      showscale: false,
      // Without gaps the cells are drawn in a way that needs a browser.
      xgap: 2,
      ygap: 2,
      text: normalized
        ? shares.map((row) => row.map(percent))
        : confusion.map((row) => row.map(counted)),
      texttemplate: "%{text}",
      textfont: { size: 13 },
      customdata: confusion.map((row, actual) =>
        row.map((count, predicted) =>
          `${counted(count)} of ${counted(sums[actual]!)} beats of class ${
            classTitle(actual)
          }<br>` +
          `predicted as ${classTitle(predicted)}: ${percent(shares[actual]![predicted]!)}`
        )
      ),
      hovertemplate: "%{customdata}<extra></extra>",
    }],
    layout: {
      ...figureLayout("Actual and predicted classes", {
        width: 560,
        height: 520,
        subtitle: `${counted(correct)} of ${counted(sum(sums))} beats right; ` +
          (normalized ? "cells: share of the actual class" : "colour: share of the actual class"),
      }),
      xaxis: axis("predicted class", { showgrid: false, showline: false, ticks: "" }),
      yaxis: axis("actual class (number of beats)", {
        autorange: "reversed",
        showgrid: false,
        showline: false,
        ticks: "",
        tickvals: labels,
        ticktext: labels.map((letter, label) => `${letter} (${counted(sums[label]!)})`),
      }),
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

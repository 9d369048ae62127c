import type { Annotation, Data, Layout } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, inks } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";
import type { EpochRecord, History } from "lib/training/mod.ts";
import { accuracyName, lossName } from "./score_names.ts";
import { verticalLine } from "../drawing/vertical_line.ts";

/**
 * Loss and accuracy of each epoch, on the training and on the validation rows, with the best epoch
 * marked and the validation macro-F1 that it was chosen by. Of a model that is to give back its input, the loss and
 * the share of the variance that it explains.
 */
export function lossFigure(
  history: Pick<History, "epochs" | "bestEpoch" | "stoppedEarly">,
): Figure {
  const { epochs, bestEpoch, stoppedEarly } = history;
  const best = epochs.find(({ epoch }) => epoch === bestEpoch);
  const isClassifier = epochs[0]?.target !== "input";
  const accuracy = accuracyName(epochs[0]);
  const score = best &&
    `best epoch ${bestEpoch}: validation ${isClassifier ? "macro-F1" : accuracy} ${
      best.valMacroF1.toFixed(3)
    }`;
  const layout: Partial<Layout> = {
    ...figureLayout(`Loss and ${accuracy} of each epoch`, {
      subtitle: [score, stoppedEarly ? "stopped early" : ""].filter(Boolean).join("; "),
    }),
    grid: { rows: 1, columns: 2, pattern: "independent", xgap: 0.18 },
    xaxis: axis("epoch", epochTicks(epochs.length)),
    yaxis: axis(lossName(epochs[0]), { rangemode: "tozero" }),
    xaxis2: axis("epoch", epochTicks(epochs.length)),
    yaxis2: axis(isClassifier ? "accuracy and macro-F1" : accuracy),
    shapes: best === undefined ? [] : [0, 1].map((panel) => verticalLine(bestEpoch, { panel })),
    annotations: best === undefined ? [] : [bestLabel(bestEpoch, 0), bestLabel(bestEpoch, 1)],
  };
  return {
    data: [
      curve(epochs, "loss", 0, { name: "training", color: inks.train }),
      curve(epochs, "valLoss", 0, { name: "validation", color: inks.validation }),
      curve(epochs, "accuracy", 1, { name: "training", color: inks.train }),
      curve(epochs, "valAccuracy", 1, { name: "validation", color: inks.validation }),
      ...(isClassifier
        ? [curve(epochs, "valMacroF1", 1, {
          name: "validation macro-F1",
          color: inks.validation,
          dash: "dot",
        })]
        : []),
    ],
    layout,
  };
}

/** Ticks at whole epochs only. */
export function epochTicks(epochs: number): { dtick: number; range: [number, number] } {
  return { dtick: Math.max(1, Math.ceil(epochs / 8)), range: [0.5, Math.max(epochs, 2) + 0.5] };
}

function curve(
  epochs: readonly EpochRecord[],
  key: keyof Omit<EpochRecord, "valTemperedLoss" | "target">,
  panel: number,
  style: { name: string; color: string; dash?: "solid" | "dot" },
): Data {
  const suffix = axisSuffix(panel);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: style.name,
    legendgroup: style.name,
    showlegend: panel === 0 || key === "valMacroF1",
    x: epochs.map(({ epoch }) => epoch),
    y: rounded(epochs.map((record) => record[key]), 5),
    line: { color: style.color, width: 2, dash: style.dash ?? "solid" },
    marker: { size: 5 },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    hovertemplate: `epoch %{x}: %{y:.4f}<extra>${style.name}</extra>`,
  };
}

function bestLabel(epoch: number, panel: number): Partial<Annotation> {
  const suffix = axisSuffix(panel);
  return {
    text: "best",
    xref: `x${suffix}` as Annotation["xref"],
    yref: `y${suffix} domain` as Annotation["yref"],
    x: epoch,
    xanchor: "left",
    // Where the curves of a training that went well leave room.
    y: 1 - panel,
    yanchor: panel === 0 ? "top" : "bottom",
    showarrow: false,
    font: { size: 11, color: inks.muted },
  };
}

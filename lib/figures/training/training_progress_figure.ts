import type { Data } from "plotly.js-dist-min";
import type { EpochRecord } from "lib/training/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, inks } from "../drawing/figure_layout.ts";
import { epochTicks } from "./loss_figure.ts";
import { rounded } from "../drawing/rounded.ts";
import { accuracyName, lossName } from "./score_names.ts";

/** The means over the batches of an epoch so far. */
export interface ProgressPoint {
  /**
   * Epochs done, including the part of the current one: 1.5 is in the middle of the second epoch.
   */
  epoch: number;
  /** Mean loss, in nats. */
  loss: number;
  /** Share of rows that are right, 0 to 1. */
  accuracy: number;
}

/** The state of a running training. */
export interface TrainingProgress {
  /** Epochs wanted in all: the length of the time axis. */
  epochs: number;
  /** Along the batches. */
  points: readonly ProgressPoint[];
  /** Of each epoch that is done. */
  records: readonly EpochRecord[];
}

/** Options of {@linkcode trainingProgressFigure}. */
export interface TrainingProgressFigureOptions {
  /** How the training stands. Without it there are only the curves, with no room above them. */
  title?: string;
  /** Two lines beneath the title at most. */
  lines?: readonly string[];
}

/**
 * The small curves that grow while a model is trained: loss and accuracy, training and validation.
 */
export function trainingProgressFigure(
  progress: TrainingProgress,
  options: TrainingProgressFigureOptions = {},
): Figure {
  const { epochs, points, records } = progress;
  const { title = "", lines = [] } = options;
  const above = title === "" ? 32 : 100;
  const line = (key: "loss" | "accuracy", panel: number): Data => ({
    ...style(panel, "training", inks.train),
    mode: "lines",
    x: rounded(points.map(({ epoch }) => epoch), 3),
    y: rounded(points.map((point) => point[key]), 4),
  });
  const marks = (key: "valLoss" | "valAccuracy", panel: number): Data => ({
    ...style(panel, "validation", inks.validation),
    mode: "lines+markers",
    x: records.map(({ epoch }) => epoch),
    y: rounded(records.map((record) => record[key]), 4),
  });
  const ticks = { ...epochTicks(epochs), range: [0, epochs] as [number, number] };
  return {
    data: [line("loss", 0), marks("valLoss", 0), line("accuracy", 1), marks("valAccuracy", 1)],
    layout: {
      ...figureLayout(title, { height: above + 180, subtitle: lines.join("<br>") }),
      margin: { l: 64, r: 24, t: above, b: 48 },
      grid: { rows: 1, columns: 2, pattern: "independent", xgap: 0.18 },
      xaxis: axis("epochs done", ticks),
      yaxis: axis(lossName(records[0])),
      xaxis2: axis("epochs done", ticks),
      yaxis2: axis(accuracyName(records[0])),
    },
  };
}

function style(panel: number, name: string, color: string): Data {
  const suffix = axisSuffix(panel);
  return {
    type: "scatter",
    name,
    legendgroup: name,
    showlegend: panel === 0,
    line: { color, width: 2 },
    marker: { size: 5 },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}

import type { Dataset } from "lib/beats/mod.ts";
import type { MisclassifiedBeat } from "lib/evaluation/mod.ts";
import { beatPanels, beatRow, beatTrace } from "./beat_panels.ts";
import { colorOfLetter } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { figureLayout } from "../drawing/figure_layout.ts";

/** Options of {@linkcode misclassifiedBeatsFigure}. */
export interface MisclassifiedBeatsFigureOptions {
  /** Beats to show at most, the first ones; 12 by default. */
  count?: number;
}

/**
 * Misclassified beats with their record and time, each in the colour of its actual class.
 *
 * @param misclassified as `misclassifiedBeats()` gives them, those that the model was surest of first.
 * @param dataset holds their rows.
 */
export function misclassifiedBeatsFigure(
  misclassified: readonly MisclassifiedBeat[],
  dataset: Pick<Dataset, "inputs">,
  options: MisclassifiedBeatsFigureOptions = {},
): Figure {
  const { count = 12 } = options;
  const shown = misclassified.slice(0, count);
  return {
    data: shown.map(({ row, actual }, panel) =>
      beatTrace(beatRow(dataset, row), panel, colorOfLetter(actual))
    ),
    layout: {
      ...figureLayout("Misclassified beats", {
        height: 170 + 130 * Math.ceil(shown.length / 4),
        subtitle: `the first ${shown.length} of ${misclassified.length.toLocaleString("en")}`,
      }),
      ...beatPanels(shown.map(mistakeText), { columns: 4, rowGap: 0.5 }),
      margin: { l: 64, r: 24, t: 104, b: 56 },
    },
  };
}

/** Where a misclassified beat is from, what it is, and what it was taken for. */
export function mistakeText(
  { record, time, actual, predicted, probability }: MisclassifiedBeat,
): string {
  const place = record === "" ? "record unknown" : `record ${record}, ${time.toFixed(1)} s`;
  return `${place}<br>${actual} taken for ${predicted}, ${(100 * probability).toFixed(0)} % sure`;
}

import type { Dataset } from "lib/beats/mod.ts";
import { beatPanels, beatPlace, beatTrace } from "./beat_panels.ts";
import { classColor, classLetter } from "./class_label.ts";
import type { Figure } from "./figure.ts";
import { figureLayout } from "./figure_layout.ts";

/** Options of {@linkcode misclassifiedBeatsFigure}. */
export interface MisclassifiedBeatsFigureOptions {
  /** Beats to show at most; 12 by default. */
  count?: number;
}

/** What a model said of each row of a dataset. */
export interface Predictions {
  /** One class a row. */
  predicted: ArrayLike<number>;
  /** The probability of each class for each row, row by row. */
  probabilities: ArrayLike<number>;
}

/**
 * The misclassified beats that the model was surest of, with their record and time, each in the
 * colour of its actual class.
 */
export function misclassifiedBeatsFigure(
  dataset: Pick<Dataset, "inputs" | "labels" | "provenance">,
  evaluation: Predictions,
  options: MisclassifiedBeatsFigureOptions = {},
): Figure {
  const { count = 12 } = options;
  const wrong = misclassifiedRows(dataset.labels, evaluation);
  const shown = wrong.slice(0, count);
  const { shape, values } = dataset.inputs["beat"]!;
  const length = shape[0]!;
  const titles = shown.map(({ row, actual, predicted, probability }) =>
    `${beatPlace(dataset.provenance[row]!)}<br>${classLetter(actual)} taken for ` +
    `${classLetter(predicted)}, ${(100 * probability).toFixed(0)} % sure`
  );
  return {
    data: shown.map(({ row, actual }, panel) =>
      beatTrace(values.subarray(row * length, (row + 1) * length), panel, classColor(actual))
    ),
    layout: {
      ...figureLayout("Misclassified beats", {
        height: 170 + 130 * Math.ceil(shown.length / 4),
        subtitle: `the ${shown.length} of ${
          wrong.length.toLocaleString("en")
        } that the model was surest of`,
      }),
      ...beatPanels(titles, { columns: 4, rowGap: 0.5 }),
      margin: { l: 64, r: 24, t: 104, b: 56 },
    },
  };
}

/**
 * The rows whose class was not found, those with the highest probability for the wrong class first.
 */
function misclassifiedRows(labels: Uint8Array, { predicted, probabilities }: Predictions) {
  const classes = probabilities.length / labels.length;
  return Array.from(labels, (actual, row) => {
    const guess = predicted[row]!;
    return { row, actual, predicted: guess, probability: probabilities[row * classes + guess]! };
  })
    .filter((row) => row.actual !== row.predicted)
    .sort((a, b) => b.probability - a.probability);
}

import { aamiClasses, type Dataset, recordFrequency } from "lib/beats/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** A beat that was taken for one of another class. */
export interface MisclassifiedBeat {
  /** The row in the dataset. */
  row: number;
  /** The record that the beat is from; "" where it is not known. */
  record: string;
  /** The beat's place in the record in seconds; NaN where it is not known. */
  time: number;
  /** The annotation symbol. */
  symbol: string;
  /** The letter of the class that it is of. */
  actual: string;
  /** The letter of the class that it was taken for. */
  predicted: string;
  /** The probability that the model gave the wrong class. */
  probability: number;
}

/** The misclassified beats, those that the model was surest of first. */
export function misclassifiedBeats(
  evaluation: Pick<Evaluation, "labels" | "predicted" | "probabilities">,
  dataset: Pick<Dataset, "provenance">,
): MisclassifiedBeat[] {
  const { labels, predicted, probabilities } = evaluation;
  const classes = probabilities.length / labels.length;
  const wrong = [...labels.keys()].filter((row) => labels[row] !== predicted[row]);
  return wrong.map((row): MisclassifiedBeat => {
    const { record, sample, symbol } = dataset.provenance[row]!;
    return {
      row,
      record,
      time: record === "" ? NaN : sample / recordFrequency,
      symbol,
      actual: aamiClasses[labels[row]!]!.letter,
      predicted: aamiClasses[predicted[row]!]!.letter,
      probability: probabilities[row * classes + predicted[row]!]!,
    };
  }).sort((a, b) => b.probability - a.probability || a.row - b.row);
}

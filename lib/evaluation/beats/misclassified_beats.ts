import { aamiClasses, type Dataset } from "lib/beats/mod.ts";
import type { Evaluation } from "../evaluation.ts";
import { traceBeat, type TracedBeat } from "./traced_beat.ts";

/** A beat that was taken for one of another class. */
export interface MisclassifiedBeat extends TracedBeat {
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
  return wrong.map((row): MisclassifiedBeat => ({
    ...traceBeat({ labels, provenance: dataset.provenance }, row),
    predicted: aamiClasses[predicted[row]!]!.letter,
    probability: probabilities[row * classes + predicted[row]!]!,
  })).sort((a, b) => b.probability - a.probability || a.row - b.row);
}

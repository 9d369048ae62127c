import { type Evaluation, scoreProbabilities } from "lib/evaluation/mod.ts";

/** Labels of ten rows, two of each class. */
export const sampleLabels = Uint8Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);

/** An evaluation of a model that takes some of ten rows, given by their numbers, for another class. */
export function sampleEvaluation(model: string, ...wrong: number[]): Evaluation {
  const probabilities = new Float32Array(5 * sampleLabels.length).fill(0.1);
  sampleLabels.forEach((label, row) => {
    probabilities[5 * row + (wrong.includes(row) ? (label + 1) % 5 : label)] = 0.6;
  });
  const source = { name: "ten rows", synthetic: true };
  const dataset = { role: "test" as const, labels: sampleLabels, source };
  return scoreProbabilities(probabilities, dataset, { model });
}

/** Rows of zeros for them, of 187 values. */
export const sampleInputs = {
  inputs: { beat: { shape: [187, 1], values: new Float32Array(187 * sampleLabels.length) } },
};

/** The texts of a figure's annotations. */
export function annotationTexts(
  figure: { layout: { annotations?: { text?: string }[] } },
): (string | undefined)[] {
  return (figure.layout.annotations ?? []).map(({ text }) => text);
}

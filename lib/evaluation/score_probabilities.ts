import type { Dataset } from "lib/beats/mod.ts";
import {
  classificationReport,
  confusionMatrix,
  precisionRecallCurve,
  rocCurve,
  topPredictions,
} from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** Options of {@linkcode scoreProbabilities}. */
export interface ScoreProbabilitiesOptions {
  /** Name of what the probabilities are from; "model" by default. */
  model?: string;
}

/**
 * Scores class probabilities, whoever gave them: a model, or the mean of several.
 *
 * The class of a row is the one of the highest probability, the first of them where there are several.
 *
 * @param probabilities Of each class for each row, row by row, `[rows * classes]`.
 * @throws {RangeError} When there are no rows, not as many probabilities for each, or one is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { scoreProbabilities } from "lib/evaluation/mod.ts";
 *
 * const dataset = {
 *   role: "test" as const,
 *   labels: Uint8Array.of(0, 1),
 *   source: { name: "two rows", synthetic: true },
 * };
 * const { predicted, report } = scoreProbabilities(Float32Array.of(0.9, 0.1, 0.6, 0.4), dataset);
 * assert.deepEqual([...predicted], [0, 0]);
 * assert.equal(report.accuracy, 0.5);
 * ```
 */
export function scoreProbabilities(
  probabilities: Float32Array,
  dataset: Pick<Dataset, "role" | "labels" | "source">,
  options: ScoreProbabilitiesOptions = {},
): Evaluation {
  const { role, labels, source } = dataset;
  const rows = labels.length;
  const classes = probabilities.length / rows;
  if (rows === 0 || !Number.isInteger(classes)) {
    throw new RangeError(
      `Cannot score probabilities: wanted as many for each of the rows, ` +
        `found ${probabilities.length} for ${rows} rows`,
    );
  }
  const sides = Array.from({ length: classes }, (_, label) => ({
    positives: labels.map((actual) => actual === label ? 1 : 0),
    scores: probabilities.filter((_, index) => index % classes === label),
  }));
  // The curves come first: they check that every probability is a number.
  const roc = sides.map(({ positives, scores }) => rocCurve(positives, scores));
  const pr = sides.map(({ positives, scores }) => precisionRecallCurve(positives, scores));
  const { predicted } = topPredictions(probabilities, classes);
  const confusion = confusionMatrix(labels, predicted, classes);
  return {
    model: options.model ?? "model",
    role,
    source: { ...source },
    rows,
    labels: labels.slice(),
    predicted,
    probabilities,
    confusion,
    report: classificationReport(confusion),
    roc,
    pr,
  };
}

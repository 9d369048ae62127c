import {
  applyTemperature,
  expectedCalibrationError,
  fitTemperature,
  logLoss,
  type ReliabilityBin,
  reliabilityBins,
  type ReliabilityBinsOptions,
  topPredictions,
} from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** How far a model's confidence can be taken at its word. */
export interface Reliability {
  /** Rows by the confidence of their prediction. */
  bins: ReliabilityBin[];
  /** The expected calibration error, 0 to 1. */
  error: number;
  /** Mean negative logarithm of the probability of the actual class, in nats. */
  logLoss: number;
}

/** A model's reliability as it is, and with its logits divided by a temperature. */
export interface Calibration {
  /** Name of the model. */
  model: string;
  /** Above 1 for a model that is too sure of itself. */
  temperature: number;
  /** As the model is. */
  before: Reliability;
  /** With the temperature. */
  after: Reliability;
}

/** What is read of an evaluation to calibrate a model. */
export type CalibratedEvaluation = Pick<
  Evaluation,
  "model" | "role" | "labels" | "predicted" | "probabilities"
>;

/**
 * Fits a model's temperature on validation rows and says how reliable its confidence is on other rows,
 * before and after (Guo et al. 2017). The predicted classes stay the same.
 *
 * @param validation What the model said of the validation rows.
 * @param evaluation What it said of the rows to score, such as the test rows.
 * @throws {Error} When the first are no validation rows: a temperature fitted on the scored rows would flatter.
 */
export function calibrateModel(
  validation: CalibratedEvaluation,
  evaluation: CalibratedEvaluation,
  options: ReliabilityBinsOptions = {},
): Calibration {
  if (validation.role !== "validation") {
    throw new Error(
      `Cannot calibrate "${evaluation.model}": wanted validation rows to fit the temperature on, ` +
        `found ${validation.role} rows`,
    );
  }
  const classes = evaluation.probabilities.length / evaluation.labels.length;
  const temperature = fitTemperature(validation.labels, validation.probabilities, classes);
  const scaled = applyTemperature(evaluation.probabilities, classes, { temperature });
  return {
    model: evaluation.model,
    temperature,
    before: reliability(evaluation, evaluation.probabilities, options),
    after: reliability(evaluation, scaled, options),
  };
}

function reliability(
  { labels, predicted }: CalibratedEvaluation,
  probabilities: Float32Array,
  options: ReliabilityBinsOptions,
): Reliability {
  const classes = probabilities.length / labels.length;
  const { confidences } = topPredictions(probabilities, classes);
  const hits = Array.from(labels, (label, row) => label === predicted[row]);
  const bins = reliabilityBins(confidences, hits, options);
  return {
    bins,
    error: expectedCalibrationError(bins),
    logLoss: logLoss(labels, probabilities, classes),
  };
}

import type * as tf from "@tensorflow/tfjs";
import { type Dataset, takeRows } from "lib/beats/mod.ts";
import { topPredictions } from "lib/metrics/mod.ts";
import { predictProbabilities } from "lib/models/mod.ts";
import type { Evaluation } from "./evaluation.ts";
import { countPredictions, type PredictionCounts } from "./patients/count_predictions.ts";
import { scoreProbabilities } from "./score_probabilities.ts";

/** One look at a model's test rows, and what is scored of it. */
export interface ModelScoring {
  /** Of each class for all rows that were given, `[rows * classes]`. */
  probabilities: Float32Array;
  /** Scores of the rows that count: see {@linkcode countedRows}. */
  evaluation: Evaluation;
  /** All predictions by record and symbol. */
  predictions: PredictionCounts;
}

/**
 * The rows that a model's scores are of: those of the classes that it knows; and where it knows four, as the models
 * by patient do, without record 202, which is a training patient's.
 */
export function countedRows(test: Dataset, classes: number): number[] {
  return Array.from(test.labels.keys()).filter((row) =>
    test.labels[row]! < classes && (classes === 5 || test.provenance[row]!.record !== "202")
  );
}

/** Predicts all test rows once and scores those that count. */
export function scoreModel(model: tf.LayersModel, test: Dataset): ModelScoring {
  const probabilities = predictProbabilities(model, test.inputs);
  return scoreCounted(probabilities, test, model.name);
}

/** The scoring of probabilities that some model or several gave the test rows. */
export function scoreCounted(
  probabilities: Float32Array,
  test: Dataset,
  model: string,
): ModelScoring {
  const classes = probabilities.length / test.labels.length;
  const rows = countedRows(test, classes);
  const own = Float32Array.from(
    rows.flatMap((row) => [...probabilities.subarray(row * classes, (row + 1) * classes)]),
  );
  const { predicted } = topPredictions(probabilities, classes);
  return {
    probabilities,
    evaluation: scoreProbabilities(own, takeRows(test, rows), { model }),
    predictions: countPredictions(test.provenance, predicted, { classes }),
  };
}

/** The mean of several models' probabilities. */
export function meanProbabilities(probabilities: readonly Float32Array[]): Float32Array {
  return probabilities[0]!.map((_, i) =>
    probabilities.reduce((sum, one) => sum + one[i]!, 0) / probabilities.length
  );
}

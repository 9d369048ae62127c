import type * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { predictProbabilities } from "lib/models/mod.ts";
import type { Evaluation } from "./evaluation.ts";
import { scoreProbabilities } from "./score_probabilities.ts";

/** Options of {@linkcode evaluateModel}. */
export interface EvaluateModelOptions {
  /** Rows that go through the model at once; 512 by default. */
  batchSize?: number;
}

/**
 * Lets a model classify the rows of a dataset and scores what it says.
 *
 * @param model A layers model from the dataset's inputs to one probability a class.
 * @throws {Error} When the model has an input that the dataset lacks.
 * @throws {RangeError} When there are no rows, or a probability is not finite.
 */
// deno-lint-ignore require-await -- so that errors reject
export async function evaluateModel(
  model: tf.LayersModel,
  dataset: Dataset,
  options: EvaluateModelOptions = {},
): Promise<Evaluation> {
  const probabilities = predictProbabilities(model, dataset.inputs, options);
  return scoreProbabilities(probabilities, dataset, { model: model.name });
}

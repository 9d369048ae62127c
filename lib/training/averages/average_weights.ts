import type * as tf from "@tensorflow/tfjs";
import type { Adam } from "lib/tensorflow/mod.ts";
import { averageOfEpochs } from "./average_of_epochs.ts";
import { exponentialAverage } from "./exponential_average.ts";
import type { TrainingStep } from "./settle_statistics.ts";
import type { TrainingConfig } from "../configuration/training_config.ts";
import { assignValues, valuesOf } from "./weight_values.ts";

/** A mean over the weights that a training passes through, moving statistics among them. */
export interface WeightAverage {
  /** A training step that takes its weights into the mean. */
  follow(step: TrainingStep): TrainingStep;
  /** Called at the end of an epoch, when the model has the present weights. */
  endEpoch(): void;
  /** The mean of each of the model's weights, in their order. */
  values(): Float32Array[];
  /** What a checkpoint must hold. */
  state(): Float32Array[];
  restore(state: Float32Array[]): void;
  dispose(): void;
}

/** What a mean of weights is taken over. */
export interface AveragedTraining {
  config: TrainingConfig;
  optimizer: Adam;
  /** int32 [2], seed and step of dropout. */
  random: tf.Variable;
}

/** The mean that a configuration asks for, by `emaMomentum` or `averagedEpochs`; `undefined` for none. */
export function averageWeights(
  model: tf.LayersModel,
  training: AveragedTraining,
): WeightAverage | undefined {
  const { emaMomentum, averagedEpochs } = training.config;
  if (emaMomentum > 0) return exponentialAverage(model, training);
  if (averagedEpochs > 0) return averageOfEpochs(model, averagedEpochs);
  return undefined;
}

/**
 * Gives a model the mean in place of its present weights.
 *
 * @returns a function that gives it the present weights back.
 */
export function useAverage(model: tf.LayersModel, average: WeightAverage): () => void {
  const weights = model.weights.map((weight) => weight.read());
  const present = valuesOf(weights);
  assignValues(weights, average.values());
  return () => assignValues(weights, present);
}

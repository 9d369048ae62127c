import * as tf from "@tensorflow/tfjs";

/** What a model must fit: its input, its classes, and what it learns from before training. */
export interface ModelSetting {
  /** Shape of one row of the input "beat"; [187, 1] by default. */
  inputShape?: number[];
  /** Number of classes; 5 by default. */
  classes?: number;
  /** Mean and deviation of the training rows; none by default, for rows that are standardized already. */
  standardizer?: { mean: number; deviation: number };
  /** Seed of the initial weights; 0 by default. */
  seed?: number;
}

/** The input and the layer that standardizes it, so that a model takes raw rows. */
export function standardizedInput(setting: ModelSetting) {
  const { inputShape = [187, 1], standardizer } = setting;
  const input = tf.input({ shape: inputShape, name: "beat" });
  if (!standardizer) return { input, output: input };
  const { mean, deviation } = standardizer;
  const rescaling = tf.layers.rescaling({
    name: "standardize",
    scale: 1 / deviation,
    offset: -mean / deviation,
  });
  return { input, output: rescaling.apply(input) as tf.SymbolicTensor };
}

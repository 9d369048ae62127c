import type * as tf from "@tensorflow/tfjs";
import { insertLayer } from "./insert_layer.ts";
import { AllSteps } from "../layers/all_steps.ts";
import { DropMask } from "../layers/drop_mask.ts";
import { ZeroMasked } from "../layers/zero_masked.ts";
import { Mismatch } from "../mismatch.ts";

/** Layers that heed a mask, and pass it on where they give all steps. */
const heeding = new Set(["LSTM", "GRU", "GruResetAfter", "SimpleRNN", "Bidirectional"]);

/** Layers that work on each step by itself, and pass a mask on. */
const passing = new Set([
  ...[
    "Masking",
    "Identity",
    "Dense",
    "TimeDistributed",
    "Activation",
    "ReLU",
    "LeakyReLU",
    "ELU",
    "PReLU",
  ],
  ...["Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout", "AlphaDropout"],
  ...["BatchNormalization", "LayerNormalization", "GroupNormalization", "Normalization"],
]);

/** Layers that compute something else with a mask, in Keras alone. */
const notTranslated = new Set([
  ...["Rescaling", "GlobalAveragePooling1D", "Softmax", "MultiHeadAttention", "Attention"],
  ...["Add", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot"],
]);

/** Which tensors have a mask: both have them, but TensorFlow.js refuses where Keras goes on without. */
export interface Masks {
  /**
   * A layer's inputs, without their masks where Keras would not heed them.
   *
   * @throws {Mismatch} when Keras would heed them in a way that TensorFlow.js does not.
   */
  heed(layer: tf.layers.Layer, inputs: tf.SymbolicTensor[]): tf.SymbolicTensor[];
  /**
   * Notes whether a layer's outputs have a mask.
   *
   * @param zeroes whether Keras was told to give zeros at masked steps.
   * @returns the outputs as Keras gives them at masked steps.
   * @throws {Mismatch} when TensorFlow.js cannot give them.
   */
  pass(
    layer: tf.layers.Layer,
    inputs: tf.SymbolicTensor[],
    result: { outputs: tf.SymbolicTensor[]; zeroes: boolean },
  ): tf.SymbolicTensor[];
}

/**
 * Follows masks through a model, from layers that make them.
 *
 * @param some whether there are any.
 * @param names the names of layers that are taken.
 */
export function followMasks(some: boolean, names: Set<string>): Masks {
  const masked = new Set<tf.SymbolicTensor>();
  return {
    heed(layer, inputs) {
      const className = layer.getClassName();
      if (!inputs.some((input) => masked.has(input))) {
        return some && heeding.has(className)
          ? inputs.map((input) => insertLayer(input, AllSteps, { what: "all_steps", names }))
          : inputs;
      }
      if (notTranslated.has(className)) {
        throw new Mismatch(`no mask before "${layer.name}"`, `Masking before ${className}`);
      }
      if (heeding.has(className) || passing.has(className)) return inputs;
      return inputs.map((input) =>
        masked.has(input) ? insertLayer(input, DropMask, { what: "without_mask", names }) : input
      );
    },
    pass(layer, inputs, { outputs, zeroes }) {
      const className = layer.getClassName();
      const passes = passing.has(className) || heeding.has(className) && givesSteps(layer);
      const given = inputs.some((input) => masked.has(input)) && passes;
      if (given && zeroes) {
        throw new Mismatch(`false in zero_output_for_mask of "${layer.name}" after a mask`, zeroes);
      }
      const made = given && className === "Bidirectional"
        ? outputs.map((output) => insertLayer(output, ZeroMasked, { what: "zero_masked", names }))
        : outputs;
      if (given || className === "Masking") made.forEach((output) => masked.add(output));
      return made;
    },
  };
}

function givesSteps(layer: tf.layers.Layer): boolean {
  const { returnSequences, layer: inner } = layer.getConfig() as {
    returnSequences?: boolean;
    layer?: { config: { returnSequences: boolean } };
  };
  return returnSequences ?? inner?.config.returnSequences ?? false;
}

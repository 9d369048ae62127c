import defer * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { codeLayer, predictProbabilities } from "lib/models/mod.ts";

/** The numbers by which an autoencoder describes rows. */
export interface RowCodes {
  /** Numbers of a code. */
  size: number;
  /** `[rows * size]`. */
  targets: Float32Array;
}

/** The code that an autoencoder gives to each row of a dataset. */
export function encodeRows(model: tf.LayersModel, dataset: Pick<Dataset, "inputs">): RowCodes {
  const { output } = model.getLayer(codeLayer);
  const encoder = tf.model({
    name: "encoder",
    inputs: model.inputs,
    outputs: output as tf.SymbolicTensor,
  });
  return {
    size: encoder.outputs[0]!.shape.at(-1)!,
    targets: predictProbabilities(encoder, dataset.inputs),
  };
}

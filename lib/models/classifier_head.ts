import defer * as tf from "@tensorflow/tfjs";
import { chain } from "./chain.ts";
import type { layerInitializers } from "./seeds.ts";

/** The layers that end every model. */
export interface ClassifierHead {
  /** Units of the dense layer. */
  dense: number;
  /** Share of the dense layer's values dropped; none by default. */
  dropout?: number;
  /** Number of classes; 5 by default. */
  classes?: number;
}

/** A dense layer and softmax: from [rows, features] to probabilities [rows, classes]. */
export function classifierHead(
  x: tf.SymbolicTensor,
  { dense, dropout = 0, classes = 5 }: ClassifierHead,
  { glorot }: ReturnType<typeof layerInitializers>,
): tf.SymbolicTensor {
  const add = chain(x);
  add(tf.layers.dense({
    name: "dense",
    units: dense,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  if (dropout > 0) add(tf.layers.dropout({ name: "dropout", rate: dropout }));
  return add(tf.layers.dense({
    name: "classes",
    units: classes,
    activation: "softmax",
    kernelInitializer: glorot(),
  }));
}

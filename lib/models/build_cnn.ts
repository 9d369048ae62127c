import * as tf from "@tensorflow/tfjs";
import { type ModelSetting, standardizedInput } from "./model_input.ts";
import { layerInitializers } from "./seeds.ts";

/** A stack of convolution blocks and a dense layer. */
export interface CnnConfig {
  /** Filters of each block; their number is the depth. */
  filters: number[];
  /** Kernel size of each block, in samples of the block's input. */
  kernels: number[];
  /** Samples that each block's max pooling makes one of. */
  pool: number;
  /** Share of values dropped in each block and before the output. */
  dropout: number;
  /** Units of the dense layer. */
  dense: number;
}

/** The default network. */
export const cnnDefaults: CnnConfig = {
  filters: [64, 128, 64],
  kernels: [5, 3, 3],
  pool: 2,
  dropout: 0.1,
  dense: 96,
};

/**
 * A one-dimensional convolutional network: blocks of convolution, batch normalization, dropout, ReLU and max
 * pooling, then a dense layer and softmax.
 *
 * @returns a layers model from "beat" [rows, 187, 1] to probabilities [rows, classes].
 * @throws {Error} when `filters` and `kernels` differ in length.
 */
export function buildCnn(
  config: Partial<CnnConfig> = {},
  setting: ModelSetting = {},
): tf.LayersModel {
  const { filters, kernels, pool, dropout, dense } = { ...cnnDefaults, ...config };
  if (filters.length !== kernels.length) {
    throw new Error(
      `Cannot build the CNN: filters and kernels must be as many but are ${filters.length} and ${kernels.length}`,
    );
  }
  const { glorot } = layerInitializers(setting.seed ?? 0);
  const { input, output } = standardizedInput(setting);
  let x = output;
  const add = (layer: tf.layers.Layer) => x = layer.apply(x) as tf.SymbolicTensor;
  filters.forEach((count, i) => {
    const name = (what: string) => `block_${i + 1}_${what}`;
    add(tf.layers.conv1d({
      name: name("convolution"),
      filters: count,
      kernelSize: kernels[i]!,
      padding: "same",
      kernelInitializer: glorot(),
    }));
    add(tf.layers.batchNormalization({ name: name("normalization") }));
    if (dropout > 0) add(tf.layers.dropout({ name: name("dropout"), rate: dropout }));
    add(tf.layers.reLU({ name: name("relu") }));
    add(tf.layers.maxPooling1d({ name: name("pooling"), poolSize: pool }));
  });
  add(tf.layers.flatten({ name: "flatten" }));
  add(tf.layers.dense({
    name: "dense",
    units: dense,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  if (dropout > 0) add(tf.layers.dropout({ name: "dropout", rate: dropout }));
  add(tf.layers.dense({
    name: "classes",
    units: setting.classes ?? 5,
    activation: "softmax",
    kernelInitializer: glorot(),
  }));
  return tf.model({ name: "cnn", inputs: input, outputs: x });
}

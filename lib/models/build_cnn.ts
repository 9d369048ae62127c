import defer * as tf from "@tensorflow/tfjs";
import { chain } from "./chain.ts";
import { convolutionBlocks, type ConvolutionConfig } from "./convolution_blocks.ts";
import { classifierHead } from "./classifier_head.ts";
import {
  type InputConfig,
  inputDefaults,
  joinContext,
  type ModelSetting,
  standardizedInput,
} from "./model_input.ts";
import { layerInitializers } from "./seeds.ts";

/** A stack of convolution blocks and a dense layer. */
export interface CnnConfig extends ConvolutionConfig, InputConfig {
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
  residual: false,
  normalization: true,
  dropout: 0.1,
  dense: 96,
  ...inputDefaults,
};

/**
 * A one-dimensional convolutional network: blocks of convolution, batch normalization, dropout, ReLU and max
 * pooling, then a dense layer and softmax.
 *
 * @returns a layers model from "beat" [rows, 187, 1], or the inputs that the configuration says, to probabilities
 * [rows, classes].
 * @throws {Error} when the convolution blocks cannot be built.
 */
export function buildCnn(
  config: Partial<CnnConfig> = {},
  setting: ModelSetting = {},
): tf.LayersModel {
  const complete = { ...cnnDefaults, ...config };
  const initializers = layerInitializers(setting.seed ?? 0);
  const { input, output } = standardizedInput(setting, complete);
  const blocks = convolutionBlocks(output, complete, initializers);
  const flat = chain(blocks)(tf.layers.flatten({ name: "flatten" }));
  const read = { input, features: flat };
  const { inputs, features } = joinContext(read, { ...complete, ...setting }, initializers);
  const outputs = classifierHead(features, { ...complete, ...setting }, initializers);
  return tf.model({ name: "cnn", inputs, outputs });
}

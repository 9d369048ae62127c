import defer * as tf from "@tensorflow/tfjs";
import { chain } from "./chain.ts";
import { convolutionBlocks, type ConvolutionConfig } from "./convolution_blocks.ts";
import {
  type InputConfig,
  inputDefaults,
  joinContext,
  type ModelSetting,
  standardizedInput,
} from "./model_input.ts";
import { layerInitializers } from "./seeds.ts";

/** A convolutional encoder, a code of a few numbers, and a decoder that mirrors the encoder. */
export interface AutoencoderConfig extends ConvolutionConfig, InputConfig {
  /** Numbers that a row is described by. */
  code: number;
}

/** The default autoencoder. */
export const autoencoderDefaults: AutoencoderConfig = {
  filters: [16, 32],
  kernels: [7, 5],
  pool: 2,
  residual: false,
  normalization: true,
  dropout: 0,
  code: 8,
  ...inputDefaults,
};

/** The name of the layer that gives the code, [rows, code]. */
export const codeLayer = "code";

/** The last convolution reaches over at least so many values. */
const shortestKernel = 5;

/**
 * An autoencoder: blocks of convolution, batch normalization, ReLU and max pooling, a dense layer to the code, and
 * back by convolutions, each of which makes several values of one. What a row holds beyond its end, zeros, is nothing
 * to learn: `rowTargets()` gives it no weight.
 *
 * @returns a layers model from "beat" [rows, 187, 1], or the inputs that the configuration says, to [rows, values]: the
 * same inputs, each flat, one after the other and in their own units.
 * @throws {Error} when there is no code, or the convolution blocks cannot be built.
 */
export function buildAutoencoder(
  config: Partial<AutoencoderConfig> = {},
  setting: ModelSetting = {},
): tf.LayersModel {
  const complete = { ...autoencoderDefaults, ...config };
  if (!(Number.isInteger(complete.code) && complete.code >= 1)) {
    throw new Error(
      `Cannot build an autoencoder: its code must have 1 number or more but has ${complete.code}`,
    );
  }
  const initializers = layerInitializers(setting.seed ?? 0);
  const { input, output } = standardizedInput(setting, complete);
  const flat = chain(convolutionBlocks(output, complete, initializers))(
    tf.layers.flatten({ name: "flatten" }),
  );
  const read = { input, features: flat };
  const { inputs, features } = joinContext(read, { ...complete, ...setting }, initializers);
  const code = tf.layers.dense({
    name: codeLayer,
    units: complete.code,
    kernelInitializer: initializers.glorot(),
  }).apply(features) as tf.SymbolicTensor;
  const row = decodedRow(code, { ...complete, length: input.shape[1]! }, initializers);
  const outputs = [ownUnits(row, "row", setting.standardizer)];
  if (complete.contextUnits > 0) {
    const { length = 13, standardizer } = setting.context ?? {};
    const context = decodedContext(code, { ...complete, length }, initializers);
    outputs.push(ownUnits(context, "context", standardizer));
  }
  const joined = outputs.length === 1
    ? outputs[0]!
    : tf.layers.concatenate({ name: "reconstruction" }).apply(outputs) as tf.SymbolicTensor;
  return tf.model({ name: "autoencoder", inputs, outputs: joined });
}

type Initializers = ReturnType<typeof layerInitializers>;
type Decoded = AutoencoderConfig & { length: number };

/** From the code to [rows, length]: each block makes the sequence `pool` times longer, the last layer cuts it. */
function decodedRow(
  code: tf.SymbolicTensor,
  { filters, kernels, pool, length }: Decoded,
  { glorot }: Initializers,
): tf.SymbolicTensor {
  const add = chain(code);
  const total = pool ** filters.length;
  const steps = Math.ceil((length + shortestKernel - 1) / total);
  const deepest = filters.at(-1) ?? 1;
  add(tf.layers.dense({
    name: "decoder_dense",
    units: steps * deepest,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  add(tf.layers.reshape({ name: "decoder_sequence", targetShape: [steps, deepest] }));
  for (let i = filters.length - 1; i >= 0; i--) {
    const name = `decoder_${i + 1}`;
    const count = filters[Math.max(i - 1, 0)]!;
    // The values that one becomes lie beside each other as channels first: Shi et al. 2016.
    add(tf.layers.conv1d({
      name: `${name}_convolution`,
      filters: count * pool,
      kernelSize: kernels[i]!,
      padding: "same",
      activation: "relu",
      kernelInitializer: glorot(),
    }));
    const longer = steps * pool ** (filters.length - i);
    add(tf.layers.reshape({ name: `${name}_sequence`, targetShape: [longer, count] }));
  }
  add(tf.layers.conv1d({
    name: "decoder_end",
    filters: 1,
    kernelSize: steps * total - length + 1,
    padding: "valid",
    kernelInitializer: glorot(),
  }));
  return add(tf.layers.flatten({ name: "decoder_row" }));
}

function decodedContext(
  code: tf.SymbolicTensor,
  { contextUnits, length }: Decoded,
  { glorot }: Initializers,
): tf.SymbolicTensor {
  const add = chain(code);
  add(tf.layers.dense({
    name: "decoder_context_dense",
    units: contextUnits,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  return add(tf.layers.dense({
    name: "decoder_context",
    units: length,
    kernelInitializer: glorot(),
  }));
}

/** The inverse of the input's standardization. */
function ownUnits(
  x: tf.SymbolicTensor,
  name: string,
  standardizer: ModelSetting["standardizer"],
): tf.SymbolicTensor {
  if (!standardizer) return x;
  const { mean, deviation } = standardizer;
  const rescaling = tf.layers.rescaling({
    name: `${name}_in_own_units`,
    scale: deviation,
    offset: mean,
  });
  return rescaling.apply(x) as tf.SymbolicTensor;
}

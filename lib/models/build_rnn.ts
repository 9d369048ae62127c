import defer * as tf from "@tensorflow/tfjs";
import { chain } from "./chain.ts";
import { classifierHead } from "./classifier_head.ts";
import { convolutionBlocks, type ConvolutionConfig } from "./convolution_blocks.ts";
import {
  type InputConfig,
  inputDefaults,
  joinContext,
  type ModelSetting,
  standardizedInput,
} from "./model_input.ts";
import { layerInitializers } from "./seeds.ts";

/** A stack of recurrent layers and a dense layer. */
export interface RnnConfig extends ConvolutionConfig, InputConfig {
  /** Kind of recurrent layer. */
  cell: "lstm" | "gru" | "simple";
  /** Units of each recurrent layer; their number is the depth. */
  units: number[];
  /** Read each row from its end: a row begins with its beat and ends in zeros. */
  backwards: boolean;
  /** Read each row both ways in every layer. */
  bidirectional: boolean;
  /** A weighted mean of what the last layer gives along the row, instead of what it gives at its end. */
  attention: boolean;
  /** Filters of convolution blocks before the recurrent layers; none by default. */
  filters: number[];
  /** Share of values dropped in each convolution block and after each recurrent layer. */
  dropout: number;
  /** Units of the dense layer. */
  dense: number;
}

/** The default network. */
export const rnnDefaults: RnnConfig = {
  cell: "lstm",
  units: [128, 64],
  backwards: true,
  bidirectional: false,
  attention: false,
  filters: [],
  kernels: [],
  pool: 2,
  residual: false,
  normalization: true,
  dropout: 0.1,
  dense: 64,
  ...inputDefaults,
};

/**
 * A recurrent network: LSTM, GRU or simple recurrent layers, then a dense layer and softmax. The first layer
 * reads the row backwards by default, so that the beat, which opens the row, is what it has seen last.
 *
 * @returns a layers model from "beat" [rows, 187, 1], or the inputs that the configuration says, to probabilities
 * [rows, classes].
 * @throws {Error} when there is no such cell, neither a recurrent layer nor attention, or the convolution blocks cannot
 * be built.
 */
export function buildRnn(
  config: Partial<RnnConfig> = {},
  setting: ModelSetting = {},
): tf.LayersModel {
  const complete = { ...rnnDefaults, ...config };
  const { cell, units, backwards, bidirectional, attention, dropout } = complete;
  if (units.length === 0 && !attention) {
    throw new Error("Cannot build an RNN: wanted a recurrent layer or attention, found neither");
  }
  if (!Object.hasOwn(recurrentLayers, cell)) {
    throw new Error(
      `Cannot build an RNN: cell must be ${
        Object.keys(recurrentLayers).join(" or ")
      } but is ${cell}`,
    );
  }
  const initializers = layerInitializers(setting.seed ?? 0);
  const { input, output } = standardizedInput(setting, complete);
  let x = convolutionBlocks(output, complete, initializers);
  const add = chain(x);
  units.forEach((count, i) => {
    const name = `${cell}_${i + 1}`;
    const layer = recurrentLayers[cell]({
      name,
      units: count,
      returnSequences: attention || i < units.length - 1,
      goBackwards: backwards && !bidirectional && i === 0,
    });
    x = add(bidirectional ? bothWays(layer, initializers) : initialized(layer, initializers));
    if (dropout > 0) x = add(tf.layers.dropout({ name: `dropout_${i + 1}`, rate: dropout }));
  });
  const read = { input, features: attention ? attentionMean(x, initializers) : x };
  const { inputs, features } = joinContext(read, { ...complete, ...setting }, initializers);
  const outputs = classifierHead(features, { dense: complete.dense, ...setting }, initializers);
  return tf.model({ name: "rnn", inputs, outputs });
}

type RecurrentLayer = ReturnType<typeof tf.layers.rnn>;
type Initializers = ReturnType<typeof layerInitializers>;
type RecurrentArguments = Parameters<typeof tf.layers.lstm>[0];

/** Cells as Keras has them by default; a GRU with `reset_after=False`, the only one TensorFlow.js has. */
const recurrentLayers: Record<RnnConfig["cell"], (args: RecurrentArguments) => RecurrentLayer> = {
  lstm: (args) =>
    tf.layers.lstm({
      ...args,
      recurrentActivation: "sigmoid",
      unitForgetBias: true, // a cell begins by keeping what it holds: Jozefowicz et al. 2015
    }) as RecurrentLayer,
  gru: (args) => tf.layers.gru({ ...args, recurrentActivation: "sigmoid" }) as RecurrentLayer,
  simple: ({ recurrentActivation: _, ...args }) => tf.layers.simpleRNN(args) as RecurrentLayer,
};

/** Gives a recurrent layer that is not built yet the initial weights that Keras gives it. */
function initialized(layer: RecurrentLayer, { glorot, orthogonal }: Initializers): RecurrentLayer {
  Object.assign(layer.cell, {
    kernelInitializer: glorot(),
    recurrentInitializer: orthogonal(),
  });
  return layer;
}

/** Bidirectional copies its layer by its configuration: each copy gets initial weights of its own. */
function bothWays(layer: RecurrentLayer, initializers: Initializers): tf.layers.Layer {
  const wrapper = tf.layers.bidirectional({ name: `${layer.name}_both_ways`, layer });
  const { forwardLayer, backwardLayer } = wrapper as unknown as Record<string, RecurrentLayer>;
  initialized(forwardLayer!, initializers);
  initialized(backwardLayer!, initializers);
  return wrapper;
}

/** The mean along time, weighted by a softmax over scores that a dense layer gives: Yang et al. 2016, simplified. */
function attentionMean(
  x: tf.SymbolicTensor,
  { glorot }: Initializers,
): tf.SymbolicTensor {
  const add = chain(x);
  add(tf.layers.dense({ name: "attention_scores", units: 1, kernelInitializer: glorot() }));
  add(tf.layers.permute({ name: "attention_row", dims: [2, 1] }));
  const weights = add(tf.layers.softmax({ name: "attention_weights", axis: -1 }));
  const mean = tf.layers.dot({ name: "attention_mean", axes: [2, 1] }).apply([weights, x]);
  return chain(mean)(tf.layers.flatten({ name: "flatten" }));
}

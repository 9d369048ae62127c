import * as tf from "@tensorflow/tfjs";
import { type ModelSetting, standardizedInput } from "./model_input.ts";
import { layerInitializers } from "./seeds.ts";

/** A stack of recurrent layers and a dense layer. */
export interface RnnConfig {
  cell: "lstm" | "gru" | "simple";
  /** Units of each recurrent layer; their number is the depth. */
  units: number[];
  /** Read each row from its end: a row begins with its beat and ends in zeros. */
  backwards: boolean;
  /** Read each row both ways in every layer. */
  bidirectional: boolean;
  /** Share of values dropped after each recurrent layer. */
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
  dropout: 0.1,
  dense: 64,
};

/**
 * A recurrent network: LSTM, GRU or simple recurrent layers, then a dense layer and softmax. The first layer
 * reads the row backwards by default, so that the beat, which opens the row, is what it has seen last.
 *
 * @returns a layers model from "beat" [rows, 187, 1] to probabilities [rows, classes].
 */
export function buildRnn(
  config: Partial<RnnConfig> = {},
  setting: ModelSetting = {},
): tf.LayersModel {
  const { cell, units, backwards, bidirectional, dropout, dense } = { ...rnnDefaults, ...config };
  const { glorot, orthogonal } = layerInitializers(setting.seed ?? 0);
  const { input, output } = standardizedInput(setting);
  let x = output;
  const add = (layer: tf.layers.Layer) => x = layer.apply(x) as tf.SymbolicTensor;
  units.forEach((count, i) => {
    const name = `${cell}_${i + 1}`;
    const layer = recurrentLayers[cell]({
      name,
      units: count,
      returnSequences: i < units.length - 1,
      goBackwards: backwards && !bidirectional && i === 0,
      kernelInitializer: glorot(),
      recurrentInitializer: orthogonal(),
    });
    add(bidirectional ? tf.layers.bidirectional({ name: `${name}_both_ways`, layer }) : layer);
    if (dropout > 0) add(tf.layers.dropout({ name: `dropout_${i + 1}`, rate: dropout }));
  });
  add(tf.layers.dense({
    name: "dense",
    units: dense,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  add(tf.layers.dense({
    name: "classes",
    units: setting.classes ?? 5,
    activation: "softmax",
    kernelInitializer: glorot(),
  }));
  return tf.model({ name: "rnn", inputs: input, outputs: x });
}

type RecurrentLayer = ReturnType<typeof tf.layers.rnn>;
type RecurrentArguments = Parameters<typeof tf.layers.lstm>[0];

/** Cells as Keras has them by default; a GRU with `reset_after=False`, the only one TensorFlow.js has. */
const recurrentLayers: Record<RnnConfig["cell"], (args: RecurrentArguments) => RecurrentLayer> = {
  lstm: (args) => tf.layers.lstm({ ...args, recurrentActivation: "sigmoid" }) as RecurrentLayer,
  gru: (args) => tf.layers.gru({ ...args, recurrentActivation: "sigmoid" }) as RecurrentLayer,
  simple: ({ recurrentActivation: _, ...args }) => tf.layers.simpleRNN(args) as RecurrentLayer,
};

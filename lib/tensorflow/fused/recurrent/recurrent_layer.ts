import defer * as tf from "@tensorflow/tfjs";
import type { LayerArguments } from "../patch.ts";
import { swapAxes } from "../swap_axes.ts";

/** What a recurrent layer of TensorFlow.js keeps, as far as the fused kernels need it. */
export interface RecurrentLayer extends tf.layers.Layer {
  cell: {
    units: number;
    useBias: boolean;
    dropout: number;
    recurrentDropout: number;
    activation: { getClassName(): string };
    recurrentActivation: { getClassName(): string };
    kernel: tf.LayerVariable;
    recurrentKernel: tf.LayerVariable;
    bias: tf.LayerVariable;
  };
  returnSequences: boolean;
  returnState: boolean;
  stateful: boolean;
  goBackwards: boolean;
}

/**
 * Whether a fused kernel may replace a layer's own code: tanh and sigmoid, a bias, no dropout inside, no mask, and no
 * state passed in or out.
 */
export function isPlainRecurrence(layer: RecurrentLayer, args: LayerArguments): boolean {
  const { cell } = layer;
  return cell.activation.getClassName() === "tanh" &&
    cell.recurrentActivation.getClassName() === "sigmoid" &&
    cell.useBias && !cell.dropout && !cell.recurrentDropout &&
    !layer.returnState && !layer.stateful && !hasMask(args) && args.initialState == null;
}

function hasMask({ mask }: LayerArguments): boolean {
  return Array.isArray(mask) ? mask.some((one) => one != null) : mask != null;
}

/** Rows first to time first, [rows, time, features] to [time, rows, features], in the layer's direction. */
export function toTimeMajor(layer: RecurrentLayer, x: tf.Tensor): tf.Tensor3D {
  const timeMajor = swapAxes(x as tf.Tensor3D);
  return layer.goBackwards ? tf.reverse(timeMajor, 0) : timeMajor;
}

/** All states of the layer, [time, rows, units], as its output: all of them or the last. */
export function layerOutput(layer: RecurrentLayer, states: tf.Tensor3D): tf.Tensor {
  if (layer.returnSequences) return swapAxes(states);
  const [time, rows, units] = states.shape;
  return states.slice([time - 1, 0, 0], [1, rows, units]).reshape([rows, units]);
}

/** The values one step earlier: zeros, then all but the last. */
export function previous(states: tf.Tensor3D): tf.Tensor3D {
  const [time, rows, units] = states.shape;
  const first = tf.zeros<tf.Rank.R3>([1, rows, units]);
  return tf.concat([first, states.slice([0, 0, 0], [time - 1, rows, units])], 0);
}

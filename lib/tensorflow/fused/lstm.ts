import * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { dataTypes } from "../data_types.ts";
import { fuseOps } from "../fuse_ops.ts";
import { attribute } from "../native_op.ts";
import { sumRows } from "./bias.ts";
import { cudnnLstm } from "./cudnn_lstm.ts";
import { patchLayer, type Undo } from "./patch.ts";
import {
  isPlainRecurrence,
  layerOutput,
  type RecurrentLayer,
  toTimeMajor,
} from "./recurrent_layer.ts";

/** LSTM layers as one forward op and an unrolled backward pass of few ops a step. */
export function fuseLstm(): Undo {
  const sample = tf.layers.lstm({ units: 1 });
  return patchLayer<RecurrentLayer>(sample, (layer, x, args) => {
    if (!currentBackend() || !isPlainRecurrence(layer, args)) return undefined;
    const { kernel, recurrentKernel, bias } = layer.cell;
    const weights = tf.concat([kernel.read(), recurrentKernel.read()], 0);
    const run = currentBackend()!.binding.isUsingGpuDevice() ? cudnnLstm : lstm;
    return layerOutput(layer, run(toTimeMajor(layer, x), weights, bias.read()));
  });
}

/**
 * All hidden states of an LSTM that starts at zero.
 *
 * @param x [time, rows, features].
 * @param weights [features + units, 4 units], gates in the order input, forget, candidate, output.
 * @param bias [4 units].
 * @returns [time, rows, units].
 */
function lstm(x: tf.Tensor3D, weights: tf.Tensor, bias: tf.Tensor): tf.Tensor3D {
  const fused = tf.customGrad((...inputs) => {
    const [x, weights, bias, save] = inputs as unknown as [
      tf.Tensor3D,
      tf.Tensor2D,
      tf.Tensor1D,
      tf.GradSaveFunc,
    ];
    const states = forward(x, weights, bias);
    save([x, weights, ...states]);
    return {
      value: states.at(-1)!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy as tf.Tensor3D, saved),
    };
  });
  return fused(x, weights, bias) as tf.Tensor3D;
}

/** @returns input gate, cell, forget gate, output gate, candidate, tanh of cell, hidden: [time, rows, units]. */
function forward(x: tf.Tensor3D, weights: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor[] {
  const [time, rows] = x.shape;
  const units = bias.size / 4;
  const backend = currentBackend()!;
  const start = tf.zeros([rows, units]);
  const noPeephole = tf.zeros([units]);
  const inputs = [x, start, start, weights, noPeephole, noPeephole, noPeephole, bias];
  // TensorFlow.js has no int64: the length goes by its number.
  const length = backend.binding.createTensor([], dataTypes.int64, new Int32Array([time, 0]));
  const outputs = backend.binding.executeOp(
    "BlockLSTMV2",
    [
      attribute.float("cell_clip", 0),
      attribute.bool("use_peephole", false),
      attribute.type("T", "float32"),
    ],
    [length, ...backend.getInputTensorIds(inputs)],
    7,
  );
  backend.binding.deleteTensor(length);
  return outputs.map((output) => backend.createOutputTensor(output));
}

/**
 * Gradients by input, weights and bias. The recurrence is one matrix product and one loop over memory a step;
 * the products for weights and input are taken over all steps together.
 */
function backward(dy: tf.Tensor3D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, weights, ...states] = saved as [tf.Tensor3D, tf.Tensor2D, ...tf.Tensor[]];
  const [input, cell, forget, output, candidate, cellTanh, hidden] = states as Seven<tf.Tensor3D>;
  const [time, rows, features] = x.shape;
  const units = hidden.shape[2];
  const recurrent = weights.slice([features, 0], [units, 4 * units]).transpose();
  const cells = tf.unstack(cell);
  const arriving = tf.unstack(dy);
  const [i, f, o, c, h] = [input, forget, output, candidate, cellTanh]
    .map((one) => tf.unstack(one)) as Five<tf.Tensor[]>;
  const nothing = tf.zeros([rows, units]);
  const gates: tf.Tensor[] = new Array(time);
  let byCell = nothing;
  for (let t = time - 1; t >= 0; t--) {
    const later = gates[t + 1];
    const byLater = later ? tf.matMul(later, recurrent) : nothing;
    const byHidden = [arriving[t]!, byLater, byCell, f[t + 1] ?? nothing];
    const step = [i[t]!, f[t]!, o[t]!, c[t]!, h[t]!, cells[t - 1] ?? nothing];
    [gates[t], byCell] = stepBack(...byHidden, ...step) as [tf.Tensor, tf.Tensor];
  }
  const all = tf.stack(gates).reshape<tf.Tensor2D>([time * rows, 4 * units]);
  const byInput = tf.matMul(all, weights.slice([0, 0], [features, 4 * units]), false, true);
  // The hidden state of a step meets the gates of the next; the first step's is zero.
  const before = hidden.slice([0, 0, 0], [time - 1, rows, units]).reshape([-1, units]);
  const byWeights = tf.concat([
    tf.matMul(x.reshape([time * rows, features]), all, true, false),
    tf.matMul(before, all.slice([rows, 0], [-1, 4 * units]), true, false),
  ], 0);
  return [byInput.reshape([time, rows, features]), byWeights, sumRows(all)];
}

/** One step's gradients, by its gates before their activations and by its cell. */
const stepBack = fuseOps((arriving, byLater, laterByCell, laterForget, ...step) => {
  const [i, f, o, c, h, before] = step as [...Five<tf.Tensor>, tf.Tensor];
  const sigmoidSlope = (y: tf.Tensor) => y.mul(tf.sub(1, y));
  const tanhSlope = (y: tf.Tensor) => tf.sub(1, y.square());
  const byHidden = arriving!.add(byLater!);
  const byCell = byHidden.mul(o).mul(tanhSlope(h)).add(laterByCell!.mul(laterForget!));
  const gates = tf.concat([
    byCell.mul(c).mul(sigmoidSlope(i)),
    byCell.mul(before).mul(sigmoidSlope(f)),
    byCell.mul(i).mul(tanhSlope(c)),
    byHidden.mul(h).mul(sigmoidSlope(o)),
  ], 1);
  return [gates, byCell];
});

type Five<T> = [T, T, T, T, T];
type Seven<T> = [T, T, T, T, T, T, T];

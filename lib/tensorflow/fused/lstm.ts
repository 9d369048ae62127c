import * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { dataTypes } from "../data_types.ts";
import { attribute } from "../native_op.ts";
import { cudnnLstm } from "./cudnn_lstm.ts";
import { patchLayer, type Undo } from "./patch.ts";
import {
  isPlainRecurrence,
  layerOutput,
  previous,
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
 * Gradients by input, weights and bias. What a step's gradient is multiplied by depends only on the forward
 * pass and is computed for many steps at once; the recurrence itself is one matrix product a step, and the
 * products for weights and input are taken over all steps together.
 */
function backward(dy: tf.Tensor3D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, weights] = saved as [tf.Tensor3D, tf.Tensor2D];
  const [input, cell, forget, output, candidate, cellTanh, hidden] = saved.slice(2) as Seven<
    tf.Tensor3D
  >;
  const [time, rows, features] = x.shape;
  const units = hidden.shape[2];
  const sigmoidSlope = (y: tf.Tensor) => y.mul(tf.sub(1, y));
  const tanhSlope = (y: tf.Tensor) => tf.sub(1, y.square());

  const recurrent = weights.slice([features, 0], [units, 4 * units]).transpose();

  const gates: tf.Tensor[] = new Array(time);
  let byCell: tf.Tensor | undefined;
  let laterForget: tf.Tensor | undefined;
  for (let end = time; end > 0; end -= chunk) {
    const first = Math.max(0, end - chunk);
    const part = (states: tf.Tensor3D, from = first) =>
      states.slice([from, 0, 0], [end - first, rows, units]);
    const before = first > 0
      ? part(cell, first - 1)
      : tf.concat([tf.zeros([1, rows, units]), cell.slice([0, 0, 0], [end - 1, rows, units])], 0);
    const [i, f, o, c, h] = [input, forget, output, candidate, cellTanh].map((one) =>
      part(one)
    ) as [
      ...Five<tf.Tensor>,
    ];
    const cellByHidden = tf.unstack(o.mul(tanhSlope(h)));
    const forgets = tf.unstack(f);
    const gateFactors = tf.unstack(tf.concat([
      c.mul(sigmoidSlope(i)),
      before.mul(sigmoidSlope(f)),
      i.mul(tanhSlope(c)),
      h.mul(sigmoidSlope(o)),
    ], 2));
    const arriving = tf.unstack(part(dy));
    for (let t = end - 1; t >= first; t--) {
      const later = gates[t + 1];
      const byHidden = later
        ? arriving[t - first]!.add(tf.matMul(later, recurrent))
        : arriving[t - first]!;
      const direct = byHidden.mul(cellByHidden[t - first]!);
      byCell = byCell ? direct.add(byCell.mul(laterForget!)) : direct;
      laterForget = forgets[t - first];
      gates[t] = tf.concat([byCell, byCell, byCell, byHidden], 1).mul(gateFactors[t - first]!);
    }
  }
  const all = tf.stack(gates).reshape([time * rows, 4 * units]);
  const seen = tf.concat([x, previous(hidden)], 2).reshape([time * rows, features + units]);
  const byInput = tf.matMul(all, weights.slice([0, 0], [features, 4 * units]), false, true);
  return [
    byInput.reshape([time, rows, features]),
    tf.matMul(seen, all, true, false),
    all.sum(0),
  ];
}

/** Steps whose factors are computed together: few enough for them to stay in the caches. */
const chunk = 16;

type Five<T> = [T, T, T, T, T];
type Seven<T> = [T, T, T, T, T, T, T];

import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../../backend.ts";
import { dataTypes } from "../../c_api/data_types.ts";
import { fuseOps } from "../../capture/fuse_ops.ts";
import { attribute } from "../../capture/native_op.ts";
import { sumRows } from "../bias.ts";
import { cudnnLstm } from "./cudnn_lstm.ts";
import { patchLayer, type Undo } from "../patch.ts";
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
    const binding = currentBackend()?.binding;
    if (!binding || !isPlainRecurrence(layer, args)) return undefined;
    const onGpu = binding.isUsingGpuDevice();
    if (onGpu && !binding.tracing) return undefined; // cuDNN's scratch space would be left behind
    const { kernel, recurrentKernel, bias } = layer.cell;
    const weights = tf.concat([kernel.read(), recurrentKernel.read()], 0);
    const run = onGpu ? cudnnLstm : lstm;
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
  // TensorFlow.js has no int64, so the length is passed by its id.
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
 * the products for weights and input are taken over some steps together, while the gates' gradients are still
 * in the caches.
 */
function backward(dy: tf.Tensor3D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, weights, ...states] = saved as [tf.Tensor3D, tf.Tensor2D, ...tf.Tensor[]];
  const [input, cell, forget, output, candidate, cellTanh, hidden] = states as Seven<tf.Tensor3D>;
  const [time, rows, features] = x.shape;
  const units = hidden.shape[2];
  const padded = weights.pad([[0, 0], [0, unusedColumns(units)]]);
  const [kernel, recurrent] = tf.split(padded, [features, units]) as [tf.Tensor2D, tf.Tensor2D];
  const recurrentBack = recurrent.transpose();
  const cells = tf.unstack(cell);
  const arriving = tf.unstack(dy);
  const [i, f, o, c, h] = [input, forget, output, candidate, cellTanh]
    .map((one) => tf.unstack(one)) as Five<tf.Tensor[]>;
  const nothing = tf.zeros([rows, units]);
  const gates: tf.Tensor[] = new Array(time);
  let byKeptCell = nothing;
  const byInput: tf.Tensor[] = [], byWeights: tf.Tensor[] = [], byBias: tf.Tensor[] = [];
  const together = Math.ceil(ROWS_TOGETHER / rows);
  for (let end = time, start; end > 0; end = start) {
    start = Math.max(0, end - together);
    for (let t = end - 1; t >= start; t--) {
      const later = gates[t + 1];
      const byLater = later ? tf.matMul(later, recurrentBack) : nothing;
      const given = [arriving[t]!, byLater, byKeptCell];
      const step = [i[t]!, f[t]!, o[t]!, c[t]!, h[t]!, cells[t - 1] ?? nothing];
      [gates[t], byKeptCell] = stepBack(...given, ...step) as [tf.Tensor, tf.Tensor];
    }
    const block = tf.concat(gates.slice(start, end)) as tf.Tensor2D;
    byInput.unshift(tf.matMul(block, kernel, false, true));
    byWeights.push(tf.concat([
      tf.matMul(steps(x, start, end), block, true, false),
      tf.matMul(stepsBefore(hidden, start, end), block, true, false),
    ]));
    byBias.push(sumRows(block));
  }
  return [
    tf.concat(byInput).reshape(x.shape),
    tf.addN(byWeights).slice([0, 0], [-1, 4 * units]),
    tf.addN(byBias).slice(0, 4 * units),
  ];
}

/** Rows of gates' gradients, of some steps, that go into one product: 2 MB for 128 units. */
const ROWS_TOGETHER = 1024;

/**
 * Columns of zeros after the gates' gradients. Where a row takes a multiple of 2 KB, all rows begin in the
 * same few sets of the processor's caches, and the product for the weights takes a third longer.
 */
const unusedColumns = (units: number) => units % 128 === 0 ? 16 : 0;

/** One step's gradients, by its gates before their activations and by what it keeps of the cell before. */
const stepBack = fuseOps((arriving, byLater, byKeptCell, ...step) => {
  const [i, f, o, c, h, before] = step as [...Five<tf.Tensor>, tf.Tensor];
  const [rows, units] = i.shape as [number, number];
  const sigmoidSlope = (y: tf.Tensor) => y.mul(tf.sub(1, y));
  const tanhSlope = (y: tf.Tensor) => tf.sub(1, y.square());
  const byHidden = arriving!.add(byLater!);
  const byCell = byHidden.mul(o).mul(tanhSlope(h)).add(byKeptCell!);
  const gates = tf.concat([
    byCell.mul(c).mul(sigmoidSlope(i)),
    byCell.mul(before).mul(sigmoidSlope(f)),
    byCell.mul(i).mul(tanhSlope(c)),
    byHidden.mul(h).mul(sigmoidSlope(o)),
    tf.zeros([rows, unusedColumns(units)]),
  ], 1);
  return [gates, byCell.mul(f)];
});

/** Steps from `start` to before `end` of [time, rows, features], as [steps * rows, features]. */
function steps(x: tf.Tensor3D, start: number, end: number): tf.Tensor2D {
  const [, rows, features] = x.shape;
  return x.slice(start, end - start).reshape([(end - start) * rows, features]);
}

/** The steps before each of these, with zeros before the first of all. */
function stepsBefore(states: tf.Tensor3D, start: number, end: number): tf.Tensor2D {
  if (start > 0) return steps(states, start - 1, end - 1);
  return steps(previous(states.slice(0, end)), 0, end);
}

type Five<T> = [T, T, T, T, T];
type Seven<T> = [T, T, T, T, T, T, T];

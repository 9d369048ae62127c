import * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { sumRows } from "./bias.ts";
import { patchLayer, type Undo } from "./patch.ts";
import {
  isPlainRecurrence,
  layerOutput,
  previous,
  type RecurrentLayer,
  toTimeMajor,
} from "./recurrent_layer.ts";

/** GRU layers (Keras's `reset_after=False`) as two unrolled passes of few ops a step. */
export function fuseGru(): Undo {
  return patchLayer<RecurrentLayer>(tf.layers.gru({ units: 1 }), (layer, x, args) => {
    if (!currentBackend() || !isPlainRecurrence(layer, args)) return undefined;
    const { kernel, recurrentKernel, bias } = layer.cell;
    const states = gru(toTimeMajor(layer, x), kernel.read(), recurrentKernel.read(), bias.read());
    return layerOutput(layer, states);
  });
}

/**
 * All hidden states of a GRU that starts at zero.
 *
 * @param x [time, rows, features].
 * @param kernel [features, 3 units], in the order update gate, reset gate, candidate.
 * @param recurrent [units, 3 units], in the same order.
 * @param bias [3 units].
 * @returns [time, rows, units].
 */
function gru(
  ...inputs: [x: tf.Tensor3D, kernel: tf.Tensor, recurrent: tf.Tensor, bias: tf.Tensor]
): tf.Tensor3D {
  const fused = tf.customGrad((...inputs) => {
    const [x, kernel, recurrent, bias, save] = inputs as unknown as [
      tf.Tensor3D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor1D,
      tf.GradSaveFunc,
    ];
    const states = forward(x, { kernel, recurrent, bias });
    save([x, kernel, recurrent, ...Object.values(states)]);
    return {
      value: states.hidden,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy as tf.Tensor3D, saved),
    };
  });
  return fused(...inputs) as tf.Tensor3D;
}

/** Update gate and reset gate side by side [time, rows, 2 units], candidate and hidden [time, rows, units]. */
function forward(
  x: tf.Tensor3D,
  { kernel, recurrent, bias }: { kernel: tf.Tensor2D; recurrent: tf.Tensor2D; bias: tf.Tensor1D },
) {
  const [time, rows, features] = x.shape;
  const units = bias.size / 3;
  const fromInput = tf.matMul(x.reshape([time * rows, features]), kernel).add(bias)
    .reshape([time, rows, 3 * units]);
  const gateInputs = tf.unstack(fromInput.slice([0, 0, 0], [time, rows, 2 * units]));
  const candidateInputs = tf.unstack(fromInput.slice([0, 0, 2 * units], [time, rows, units]));
  const { gateRecurrent, candidateRecurrent } = splitRecurrent(recurrent);
  const gates: tf.Tensor[] = [];
  const candidates: tf.Tensor[] = [];
  const hidden: tf.Tensor[] = [];
  let h: tf.Tensor = tf.zeros([rows, units]);
  for (let t = 0; t < time; t++) {
    const gate = gateInputs[t]!.add(tf.matMul(h as tf.Tensor2D, gateRecurrent)).sigmoid();
    const [update, reset] = tf.split(gate, 2, 1) as [tf.Tensor, tf.Tensor];
    const kept = tf.matMul(reset.mul<tf.Tensor2D>(h), candidateRecurrent);
    const candidate = candidateInputs[t]!.add(kept).tanh();
    h = candidate.add(update.mul(h.sub(candidate)));
    gates.push(gate);
    candidates.push(candidate);
    hidden.push(h);
  }
  return {
    gates: tf.stack(gates) as tf.Tensor3D,
    candidate: tf.stack(candidates) as tf.Tensor3D,
    hidden: tf.stack(hidden) as tf.Tensor3D,
  };
}

/** Gradients by input, kernel, recurrent kernel and bias; as for the LSTM, the large products come last. */
function backward(dy: tf.Tensor3D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, kernel, recurrent] = saved as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D];
  const [gates, candidate, hidden] = saved.slice(3) as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
  const [time, rows, features] = x.shape;
  const units = hidden.shape[2];
  const before = previous(hidden);
  const [update, reset] = tf.split(gates, 2, 2) as [tf.Tensor3D, tf.Tensor3D];
  const sigmoidSlope = (y: tf.Tensor) => y.mul(tf.sub(1, y));

  const updates = tf.unstack(update);
  const resets = tf.unstack(reset);
  const updateFactors = tf.unstack(before.sub(candidate).mul(sigmoidSlope(update)));
  const resetFactors = tf.unstack(before.mul(sigmoidSlope(reset)));
  const candidateFactors = tf.unstack(tf.sub(1, update).mul(tf.sub(1, candidate.square())));
  const arriving = tf.unstack(dy);
  const { gateRecurrent, candidateRecurrent } = splitRecurrent(recurrent);
  const backGates = gateRecurrent.transpose();
  const backCandidate = candidateRecurrent.transpose();

  const all: tf.Tensor[] = new Array(time);
  let fromLater: tf.Tensor | undefined;
  for (let t = time - 1; t >= 0; t--) {
    const byHidden = fromLater ? arriving[t]!.add(fromLater) : arriving[t]!;
    const byCandidate = byHidden.mul<tf.Tensor2D>(candidateFactors[t]!);
    const byKept = tf.matMul(byCandidate, backCandidate);
    const byGates = tf.concat(
      [byHidden.mul(updateFactors[t]!), byKept.mul(resetFactors[t]!)],
      1,
    ) as tf.Tensor2D;
    all[t] = tf.concat([byGates, byCandidate], 1);
    if (t === 0) break;
    fromLater = tf.matMul(byGates, backGates)
      .add(byHidden.mul(updates[t]!)).add(byKept.mul(resets[t]!));
  }
  const flat = tf.stack(all).reshape<tf.Tensor2D>([time * rows, 3 * units]);
  const gatePart = flat.slice([0, 0], [time * rows, 2 * units]);
  const candidatePart = flat.slice([0, 2 * units], [time * rows, units]);
  const seen = (states: tf.Tensor) => states.reshape<tf.Tensor2D>([time * rows, units]);
  return [
    tf.matMul(flat, kernel, false, true).reshape([time, rows, features]),
    tf.matMul(x.reshape<tf.Tensor2D>([time * rows, features]), flat, true, false),
    tf.concat([
      tf.matMul(seen(before), gatePart, true, false),
      tf.matMul(seen(reset.mul(before)), candidatePart, true, false),
    ], 1),
    sumRows(flat),
  ];
}

function splitRecurrent(recurrent: tf.Tensor2D) {
  const units = recurrent.shape[0];
  return {
    gateRecurrent: recurrent.slice([0, 0], [units, 2 * units]),
    candidateRecurrent: recurrent.slice([0, 2 * units], [units, units]),
  };
}

import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../../backend.ts";
import { fuseOps } from "../../capture/fuse_ops.ts";
import { attribute, nativeOp } from "../../capture/native_op.ts";
import { sumRows } from "../bias.ts";
import { patchLayer, type Undo } from "../patch.ts";
import {
  isPlainRecurrence,
  layerOutput,
  previous,
  type RecurrentLayer,
  toTimeMajor,
} from "./recurrent_layer.ts";

/** GRU layers (Keras's `reset_after=False`) as one op a step forwards and an unrolled backward pass of few ops a step. */
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
    save([x, kernel, recurrent, ...states]);
    return {
      value: states.at(-1)!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy as tf.Tensor3D, saved),
    };
  });
  return fused(...inputs) as tf.Tensor3D;
}

/** Update gate, reset gate, candidate and hidden state: [time, rows, units]. */
function forward(
  x: tf.Tensor3D,
  { kernel, recurrent, bias }: { kernel: tf.Tensor2D; recurrent: tf.Tensor2D; bias: tf.Tensor1D },
): tf.Tensor3D[] {
  const [, rows] = x.shape;
  const weights = tf.concat([kernel, recurrent]);
  const [update, reset, candidate] = tf.split(weights, 3, 1);
  const [updateBias, resetBias, candidateBias] = tf.split(bias, 3);
  // GRUBlockCell has its gates in the other order than Keras.
  const gates = [tf.concat([reset!, update!], 1), candidate!];
  const biases = [tf.concat([resetBias!, updateBias!]), candidateBias!];
  let hidden: tf.Tensor = tf.zeros([rows, bias.size / 3]);
  const steps = tf.unstack(x).map((one) => {
    const [reset, update, candidate, next] = nativeOp(
      "GRUBlockCell",
      [one, hidden, ...gates, ...biases],
      { attributes: [attribute.type("T", "float32")], outputs: 4 },
    );
    hidden = next!;
    return [update!, reset!, candidate!, next!];
  });
  return [0, 1, 2, 3].map((state) => tf.stack(steps.map((step) => step[state]!)) as tf.Tensor3D);
}

/** Gradients by input, kernel, recurrent kernel and bias; as for the LSTM, the large products come last. */
function backward(dy: tf.Tensor3D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, kernel, recurrent] = saved as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D];
  const [update, reset, candidate, hidden] = saved.slice(3) as [
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
  ];
  const [time, rows, features] = x.shape;
  const units = hidden.shape[2];
  const before = previous(hidden);
  const [byUpdate, byReset, byCandidate, kept] = stepFactors(update, reset, candidate, before);
  const updates = tf.unstack(update);
  const resets = tf.unstack(reset);
  const [updateFactors, resetFactors, candidateFactors] = [byUpdate, byReset, byCandidate]
    .map((one) => tf.unstack(one!)) as [tf.Tensor[], tf.Tensor[], tf.Tensor[]];
  const arriving = tf.unstack(dy);
  const { gateRecurrent, candidateRecurrent } = splitRecurrent(recurrent);
  const backGates = gateRecurrent.transpose();
  const backCandidate = candidateRecurrent.transpose();

  const all: tf.Tensor[] = new Array(time);
  let fromLater: tf.Tensor | undefined;
  for (let t = time - 1; t >= 0; t--) {
    const byHidden = fromLater ? arriving[t]!.add(fromLater) : arriving[t]!;
    const byOwn = byHidden.mul<tf.Tensor2D>(candidateFactors[t]!);
    const byKept = tf.matMul(byOwn, backCandidate);
    const byGates = tf.concat(
      [byHidden.mul(updateFactors[t]!), byKept.mul(resetFactors[t]!)],
      1,
    ) as tf.Tensor2D;
    all[t] = tf.concat([byGates, byOwn], 1);
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
      tf.matMul(seen(kept!), candidatePart, true, false),
    ], 1),
    sumRows(flat),
  ];
}

/** What a step's gradients are multiplied by on the way to each gate and the candidate, and what the reset gate kept. */
const stepFactors = fuseOps((update, reset, candidate, before) => {
  const sigmoidSlope = (y: tf.Tensor) => y.mul(tf.sub(1, y));
  return [
    before!.sub(candidate!).mul(sigmoidSlope(update!)),
    before!.mul(sigmoidSlope(reset!)),
    tf.sub(1, update!).mul(tf.sub(1, candidate!.square())),
    reset!.mul(before!),
  ];
});

function splitRecurrent(recurrent: tf.Tensor2D) {
  const units = recurrent.shape[0];
  return {
    gateRecurrent: recurrent.slice([0, 0], [units, 2 * units]),
    candidateRecurrent: recurrent.slice([0, 2 * units], [units, units]),
  };
}

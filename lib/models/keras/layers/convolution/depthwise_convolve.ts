import * as tf from "@tensorflow/tfjs";

/** How a convolution goes along the steps. */
export interface Steps {
  strides: number;
  padding: "valid" | "same" | "causal";
  dilationRate: number;
}

/**
 * A convolution of each channel by itself, tap by tap, which TensorFlow.js differentiates with strides and dilation too.
 *
 * @param x [rows, steps, channels].
 * @param kernel [taps, channels, multiplier].
 * @returns [rows, steps, channels * multiplier], a channel's results side by side.
 */
export function depthwiseConvolve(x: tf.Tensor, kernel: tf.Tensor, how: Steps): tf.Tensor {
  const [taps, channels, multiplier] = kernel.shape as [number, number, number];
  const padded = padSteps(x, taps, how);
  const [rows, steps] = padded.shape as [number, number];
  const { strides, dilationRate } = how;
  const count = Math.floor((steps - (taps - 1) * dilationRate - 1) / strides) + 1;
  const spread = padded.reshape([rows, steps, channels, 1]);
  const sums = Array.from({ length: taps }, (_, tap) => {
    const first = tap * dilationRate;
    const seen = strides === 1
      ? spread.slice([0, first, 0, 0], [rows, count, channels, 1])
      : tf.gather(spread, Array.from({ length: count }, (_, i) => first + i * strides), 1);
    return seen.mul(kernel.slice([tap, 0, 0], [1, channels, multiplier]));
  });
  return tf.addN(sums).reshape([rows, count, channels * multiplier]);
}

/** The steps with the zeros before and after them that Keras's padding asks for; [rows, steps, channels]. */
export function padSteps(x: tf.Tensor, taps: number, how: Steps): tf.Tensor {
  const steps = x.shape[1]!;
  const span = (taps - 1) * how.dilationRate;
  if (how.padding === "valid") return x;
  if (how.padding === "causal") return tf.pad(x, [[0, 0], [span, 0], [0, 0]]);
  const count = Math.ceil(steps / how.strides);
  const missing = Math.max((count - 1) * how.strides + span + 1 - steps, 0);
  const before = Math.floor(missing / 2);
  return tf.pad(x, [[0, 0], [before, missing - before], [0, 0]]);
}

/**
 * How many steps a convolution gives.
 *
 * @throws {Error} when there are fewer than one.
 */
export function stepsAfter(steps: number, taps: number, how: Steps): number {
  const span = how.padding === "valid" ? (taps - 1) * how.dilationRate : 0;
  const count = Math.floor((steps - span - 1) / how.strides) + 1;
  if (count > 0) return count;
  throw new Error(`Cannot convolve: wanted more than ${span} steps, found ${steps}`);
}

import type { OnnxTensor } from "../onnx_graph.ts";

/** The smallest and the largest of some values. */
export interface Range {
  low: number;
  high: number;
}

/** A step and the whole number that stands for zero. */
export interface Steps {
  scale: number;
  zero: number;
}

/** 256 steps over a range and zero, which gets a step of its own: padding and ReLU depend on it. */
export function stepsOver({ low, high }: Range): Steps {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  const scale = Math.fround((top - bottom) / 255) || 1;
  return { scale, zero: Math.round((0 - bottom) / scale) };
}

/**
 * The largest whole number that a weight becomes, of 127: two products of 255 and 64 add up to less than 2^15, where
 * processors with AVX2 or AVX-512 but without VNNI stop. So all processors compute the same.
 */
const LARGEST_WEIGHT = 64;

/**
 * Weights as whole numbers, with a step for each output channel and zero as 0.
 *
 * @param axis the output channels' axis.
 * @param leastSteps no channel's step is less than its own of these; none by default.
 */
export function quantizeWeights(
  { shape, values }: OnnxTensor,
  axis: number,
  leastSteps: Float32Array = new Float32Array(shape[axis]!),
): { values: Int8Array; scales: Float32Array } {
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const channelOf = (i: number) => Math.floor(i / inner) % shape[axis]!;
  const weights = values as Float32Array;
  const scales = leastSteps.slice();
  weights.forEach((weight, i) => {
    const channel = channelOf(i);
    scales[channel] = Math.max(scales[channel]!, Math.abs(weight) / LARGEST_WEIGHT);
  });
  const whole = Int8Array.from(weights, (weight, i) => {
    return Math.round(weight / (scales[channelOf(i)]! || 1));
  });
  // A channel of zeros has any step but zero.
  return { values: whole, scales: scales.map((scale) => scale || 1) };
}

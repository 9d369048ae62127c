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
  return { scale, zero: Math.round(-bottom / scale) };
}

/**
 * Weights as whole numbers, with a step for each output channel and zero as 0.
 *
 * @param axis the output channels' axis.
 * @param largest the largest whole number that is used.
 */
export function quantizeWeights(
  { shape, values }: OnnxTensor,
  { axis, largest }: { axis: number; largest: number },
): { values: Int8Array; scales: Float32Array } {
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const channelOf = (i: number) => Math.floor(i / inner) % shape[axis]!;
  const weights = values as Float32Array;
  const most = new Float32Array(shape[axis]!);
  weights.forEach((weight, i) => {
    most[channelOf(i)] = Math.max(most[channelOf(i)]!, Math.abs(weight));
  });
  const scales = most.map((value) => value / largest || 1);
  return {
    scales,
    values: Int8Array.from(weights, (weight, i) => Math.round(weight / scales[channelOf(i)]!)),
  };
}

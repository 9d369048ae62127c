import * as tf from "@tensorflow/tfjs";

/**
 * Applies a function to parts of a batch and joins what comes out. The parts are independent ops of a captured
 * step's graph: TensorFlow runs them side by side, one a thread, where the ops of one part are too small or too
 * sequential to share a thread's work.
 *
 * @param inputs tensors [rows, ...] with the same rows.
 * @param fn gets one part of each input and the part's number; returns [rows of the part, ...].
 * @param options.parts how many parts; fewer where there are fewer rows.
 */
export function inParts(
  inputs: tf.Tensor[],
  fn: (inputs: tf.Tensor[], part: number) => tf.Tensor,
  { parts }: { parts: number },
): tf.Tensor {
  const rows = inputs[0]!.shape[0]!;
  const count = Math.min(parts, rows);
  if (count <= 1) return fn(inputs, 0);
  const start = (part: number) => Math.floor(part * rows / count);
  const sizes = Array.from({ length: count }, (_, part) => start(part + 1) - start(part));
  const split = inputs.map((input) => tf.split(input, sizes));
  return tf.concat(sizes.map((_, part) => fn(split.map((pieces) => pieces[part]!), part)));
}

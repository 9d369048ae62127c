import defer * as tf from "@tensorflow/tfjs";

/**
 * Max pooling of pairs of neighbours in time.
 *
 * @param x [rows, time, channels].
 * @returns [rows, floor(time / 2), channels]: an odd last value is left out.
 */
export function largerOfPairs(x: tf.Tensor): tf.Tensor {
  const [rows, time, channels] = x.shape as Shape;
  const [first, second] = halves(x);
  return tf.maximum(first, second).reshape([rows, Math.floor(time / 2), channels]);
}

/**
 * The gradient of {@linkcode largerOfPairs}. The first of two equal values counts as the larger, as in TensorFlow.
 *
 * @param dy [rows, floor(time / 2), channels].
 * @returns [rows, time, channels].
 */
export function toLargerOfPairs(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  const [rows, time, channels] = x.shape as Shape;
  const [first, second] = halves(x);
  const arriving = dy.reshape(first.shape);
  const isFirst = first.greaterEqual(second);
  const toFirst = tf.where(isFirst, arriving, 0);
  const both = tf.concat([toFirst, tf.where(isFirst, 0, arriving)], 2);
  const even = 2 * Math.floor(time / 2);
  const paired = both.reshape<tf.Tensor3D>([rows, even, channels]);
  return even === time ? paired : paired.pad([[0, 0], [0, 1], [0, 0]]);
}

type Shape = [rows: number, time: number, channels: number];

/** The first and the second of each pair, [rows, pairs, 1, channels]. */
function halves(x: tf.Tensor): [tf.Tensor4D, tf.Tensor4D] {
  const [rows, time, channels] = x.shape as Shape;
  const pairs = Math.floor(time / 2);
  const paired = x.slice([0, 0, 0], [rows, 2 * pairs, channels])
    .reshape<tf.Tensor4D>([rows, pairs, 2, channels]);
  const at = (place: number) => paired.slice([0, 0, place, 0], [rows, pairs, 1, channels]);
  return [at(0), at(1)];
}

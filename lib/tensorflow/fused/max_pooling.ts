import * as tf from "@tensorflow/tfjs";
import { patchGradient, type Undo } from "./patch.ts";

interface PoolAttributes {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: unknown;
}

/**
 * The gradient of max pooling over pairs of neighbours in time as a comparison of the two, where TensorFlow's
 * MaxPoolGrad searches each window again, many times slower. As there, the first of two equal values counts as
 * the larger. Other windows: not covered.
 */
export function fuseMaxPooling(): Undo {
  const own = tf.getGradient("MaxPool").gradFunc;
  return patchGradient("MaxPool", {
    gradFunc: (dy, saved, attributes) => {
      const { filterSize, strides, pad } = attributes as unknown as PoolAttributes;
      const pairs = [filterSize, strides].every((size) => `${size}` === "2,1") && pad === "valid";
      const [x] = saved as [tf.Tensor4D];
      if (!pairs || x.shape[2] !== 1) return own(dy, saved, attributes);
      return { x: () => pairGradient(x, dy as tf.Tensor4D) };
    },
  });
}

/**
 * @param x [rows, time, 1, channels].
 * @param dy [rows, floor(time / 2), 1, channels].
 */
function pairGradient(x: tf.Tensor4D, dy: tf.Tensor4D): tf.Tensor {
  const [rows, time, , channels] = x.shape;
  const pairs = Math.floor(time / 2);
  const paired = x.reshape<tf.Tensor2D>([rows, time * channels])
    .slice([0, 0], [rows, pairs * 2 * channels])
    .reshape([rows * pairs, 2 * channels]);
  const [first, second] = tf.split(paired, 2, 1) as [tf.Tensor, tf.Tensor];
  const arriving = dy.reshape([rows * pairs, channels]);
  const toFirst = tf.greaterEqual(first, second).toFloat().mul(arriving);
  const both = tf.concat([toFirst, arriving.sub(toFirst)], 1)
    .reshape<tf.Tensor2D>([rows, pairs * 2 * channels]);
  const odd = (time - 2 * pairs) * channels; // a last value without a partner
  return (odd === 0 ? both : both.pad([[0, 0], [0, odd]])).reshape(x.shape);
}

import defer * as tf from "@tensorflow/tfjs";
import { fuseOps } from "../capture/fuse_ops.ts";
import { toLargerOfPairs } from "./pairs.ts";
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
      return { x: () => pairGradient(x, dy as tf.Tensor4D)[0]! };
    },
  });
}

/** Of [rows, time, 1, channels]. */
const pairGradient = fuseOps((x, dy) => {
  const [rows, time, , channels] = x!.shape as [number, number, number, number];
  return [toLargerOfPairs(dy!, x!.reshape([rows, time, channels])).reshape(x!.shape)];
});

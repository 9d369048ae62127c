import type * as tf from "@tensorflow/tfjs";

/** Rows that are added up at once, if their number allows it. */
const MOST = 4;

/**
 * The first half of a sum over all axes but the last, inside of `fuseOps`: groups of rows are added up in the
 * loop that computes them, so that only a quarter of the values goes to memory.
 *
 * @param x [..., channels].
 * @returns [groups, channels], where the number of groups is that of the rows divided by 4, 2 or 1.
 */
export function sumGroups(x: tf.Tensor): tf.Tensor {
  const channels = x.shape.at(-1)!;
  const rows = x.size / channels;
  let size = MOST;
  while (rows % size !== 0) size /= 2;
  const groups = x.reshape([rows / size, size, channels]);
  return Array.from({ length: size }, (_, i) => groups.slice([0, i, 0], [-1, 1, -1]).squeeze([1]))
    .reduce((sum, one) => sum.add(one));
}

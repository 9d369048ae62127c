import * as tf from "@tensorflow/tfjs";

const LOW = -1e9;

/**
 * What to add to scores so that a step gives no weight to a later one.
 *
 * @returns [queries, keys].
 */
export function laterSteps(queries: number, keys: number): tf.Tensor2D {
  const values = Array.from(
    { length: queries * keys },
    (_, i) => i % keys > Math.floor(i / keys) ? LOW : 0,
  );
  return tf.tensor2d(values, [queries, keys]);
}

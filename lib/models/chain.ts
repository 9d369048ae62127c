import type * as tf from "@tensorflow/tfjs";

/** Applies one layer after the other, from `start` on; gives what the last one gave. */
export function chain(start: ReturnType<tf.layers.Layer["apply"]>) {
  let x = start as tf.SymbolicTensor;
  return (layer: tf.layers.Layer) => x = layer.apply(x) as tf.SymbolicTensor;
}

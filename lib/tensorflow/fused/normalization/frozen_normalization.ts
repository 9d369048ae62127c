import defer * as tf from "@tensorflow/tfjs";
import { patchLayer, type Undo } from "../patch.ts";

/**
 * Batch normalization that is not to be trained (`trainable` is false) goes by its moving statistics in training too
 * and leaves them as they are, as Keras's does.
 */
export function keepFrozenStatistics(): Undo {
  return patchLayer(
    tf.layers.batchNormalization({}),
    (layer, x, args) =>
      args.training && !layer.trainable
        ? layer.call(x, { ...args, training: false }) as tf.Tensor
        : undefined,
  );
}

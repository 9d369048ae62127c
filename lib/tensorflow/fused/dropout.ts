import defer * as tf from "@tensorflow/tfjs";
import { fuseOps } from "../capture/fuse_ops.ts";
import { patchLayer, type Undo } from "./patch.ts";
import { randomBits } from "./random_bits.ts";
import { swapped, swappedFrom } from "./swap_axes.ts";

interface DropoutLayer extends tf.layers.Layer {
  rate: number;
  noiseShape: number[] | undefined;
}

/** What a dropout layer does in one step, as tensors. */
export interface Dropout {
  /** What the random bits depend on: int32 [2]. */
  key: tf.Tensor;
  /** A value is kept where its random integer reaches this: int32 scalar. */
  threshold: tf.Tensor;
  /** What kept values are multiplied by. */
  factor: number;
}

/**
 * Dropout from counter-based random bits, where the training step passes a random state
 * (`model.apply(x, { training: true, random })`). A mask depends on nothing but seed, step and the layer's
 * name, so that a resumed run draws the same ones, and is drawn in the loop that uses it.
 */
export function fuseDropout(): Undo {
  return patchLayer<DropoutLayer>(tf.layers.dropout({ rate: 0.5 }), (layer, x, args) => {
    if (!args.training || !args.random || !isPlainDropout(layer)) return undefined;
    const { key, threshold, factor } = dropoutOf(layer, args.random);
    return tf.customGrad((x, save) => {
      const settings = [key, threshold, tf.scalar(factor)];
      (save as tf.GradSaveFunc)(settings);
      return {
        value: drop(x as tf.Tensor, ...settings),
        gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => drop(dy, ...saved),
      };
    })(x);
  });
}

/** Whether each value is dropped or kept independently. */
export function isPlainDropout(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === "Dropout" && !(layer as DropoutLayer).noiseShape;
}

/** @param random int32 [2], seed and step. */
export function dropoutOf(layer: tf.layers.Layer, random: tf.Tensor): Dropout {
  const { rate } = layer as DropoutLayer;
  return {
    key: tf.add(random, tf.tensor1d([hash(layer.name), 0], "int32")),
    threshold: tf.scalar(Math.round((rate - 0.5) * 2 ** 32), "int32"),
    factor: 1 / (1 - rate),
  };
}

/** Which values of a tensor are kept: bool of `shape`. */
export function keptValues(shape: number[], key: tf.Tensor, threshold: tf.Tensor): tf.Tensor {
  return randomBits(shape, key).greaterEqual(threshold);
}

/** The same values are dropped of a tensor and of one that it was swapped from: recurrent layers take that one. */
function drop(x: tf.Tensor, ...settings: tf.Tensor[]): tf.Tensor {
  const source = swappedFrom(x);
  if (source) return swapped(droppedOfSwapped(source, ...settings)[0] as tf.Tensor3D);
  return dropped(x, ...settings)[0]!;
}

const droppedOfSwapped = fuseOps((x, key, threshold, factor) => {
  const [first, second, features] = (x as tf.Tensor3D).shape;
  const kept = keptValues([second, first, features], key!, threshold!).transpose([1, 0, 2]);
  return [tf.where(kept, x!.mul(factor!), 0)];
});

const dropped = fuseOps((x, key, threshold, factor) => [
  tf.where(keptValues(x!.shape, key!, threshold!), x!.mul(factor!), 0),
]);

/** FNV-1a, 32 bits: layers of different names draw different masks. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value | 0;
}

import type * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../mismatch.ts";

const LARGEST_OUTPUT = 2 ** 24;

type Outputs = tf.SymbolicTensor | tf.SymbolicTensor[];

/**
 * Calls a layer, which builds it.
 *
 * @throws {Mismatch} when its inputs do not fit it, or it gives more than memory should be asked for.
 */
export function callLayer(
  layer: tf.layers.Layer,
  call: () => Outputs,
): tf.SymbolicTensor[] {
  const outputs = [attempt(layer, call)].flat();
  for (const { shape } of outputs) {
    const size = shape.slice(1).reduce<number>((size, length) => size * (length ?? 1), 1);
    if (size <= LARGEST_OUTPUT) continue;
    throw new Mismatch(`at most ${LARGEST_OUTPUT} values a row from "${layer.name}"`, size);
  }
  return outputs;
}

function attempt(layer: tf.layers.Layer, call: () => Outputs): Outputs {
  try {
    return call();
  } catch (error) {
    if (error instanceof Mismatch) throw error;
    throw new Mismatch(`inputs that fit layer "${layer.name}"`, (error as Error).message);
  }
}

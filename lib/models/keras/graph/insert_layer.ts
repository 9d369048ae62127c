import type * as tf from "@tensorflow/tfjs";
import type { OwnConfig } from "../layers/own_layer.ts";

/** Gives a layer that is not called yet a name that no other has. */
export function takeName(layer: tf.layers.Layer, names: Set<string>): void {
  const { name } = layer;
  for (let i = 1; names.has(layer.name); i++) layer.name = `${name}_${i}`;
  names.add(layer.name);
}

/**
 * Puts a layer of our own after a tensor.
 *
 * @param Layer its class.
 * @param names the names of layers that are taken.
 */
export function insertLayer(
  input: tf.SymbolicTensor,
  Layer: new (config: OwnConfig) => tf.layers.Layer,
  { what, names }: { what: string; names: Set<string> },
): tf.SymbolicTensor {
  const layer = new Layer({ name: `${input.sourceLayer.name}_${what}` });
  takeName(layer, names);
  return layer.apply(input) as tf.SymbolicTensor;
}

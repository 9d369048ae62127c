import type * as tf from "@tensorflow/tfjs";
import { partOf } from "./layer_format.ts";
import { layerFormats } from "./layer_formats.ts";

/** A layer, or a part of one, that has weights of its own. */
export interface WeightGroup {
  owner: tf.layers.Layer;
  /** The group of model.weights.h5 that holds them, as datasets "0", "1", ... */
  path: string;
}

/**
 * Where Keras stores the weights of a model's layers: groups go by the class and count its layers in the model's
 * order, whatever their names are.
 */
export function weightGroups(layers: readonly tf.layers.Layer[]): WeightGroup[] {
  const counts = new Map<string, number>();
  return layers.flatMap((layer) => {
    const name = snakeCase(layer.getClassName());
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return groupsOf(layer, `layers/${count === 0 ? name : `${name}_${count}`}`);
  });
}

function groupsOf(layer: tf.layers.Layer, path: string): WeightGroup[] {
  const parts = layerFormats.get(layer.getClassName())?.parts;
  return parts?.flatMap((part) => groupsOf(partOf(layer, part), `${path}/${part}`)) ??
    [{ owner: layer, path: `${path}/vars` }];
}

/** As Keras does it: LeakyReLU is leaky_re_lu, Conv1D conv1d, GlobalMaxPooling1D global_max_pooling1d. */
function snakeCase(className: string): string {
  return className.replace(/(.)([A-Z][a-z]+)/g, "$1_$2").replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

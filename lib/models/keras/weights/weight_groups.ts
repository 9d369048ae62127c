import type * as tf from "@tensorflow/tfjs";
import { partOf } from "../formats/layer_format.ts";
import { layerFormats } from "../formats/layer_formats.ts";

/** A layer, or a part of one, that has weights of its own. */
export interface WeightGroup {
  owner: tf.layers.Layer;
  /** The group of model.weights.h5 that holds them. */
  path: string;
  /** Where one of them, by its number, lies within it. */
  nameOf(index: number): string;
  /** Arrays of the group that no layer takes. */
  unread: number;
}

/** A model within a model. */
export interface InnerLayers {
  /** Keras's class of it. */
  kerasClass: string;
  layers: readonly (tf.layers.Layer | InnerLayers)[];
}

/**
 * Where Keras stores the weights of a model's layers: groups go by the class and count its layers in the model's
 * order, whatever their names are.
 */
export function weightGroups(
  layers: readonly (tf.layers.Layer | InnerLayers)[],
  folder = "layers",
): WeightGroup[] {
  const counts = new Map<string, number>();
  return layers.flatMap((layer) => {
    const inner = "kerasClass" in layer;
    const name = snakeCase(inner ? layer.kerasClass : kerasClassOf(layer));
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const path = `${folder}/${count === 0 ? name : `${name}_${count}`}`;
    return inner ? weightGroups(layer.layers, `${path}/layers`) : groupsOf(layer, path);
  });
}

function groupsOf(owner: tf.layers.Layer, path: string): WeightGroup[] {
  const { parts, weightPath, unread = 0 } = layerFormats.get(owner.getClassName()) ?? {};
  if (parts) return parts.flatMap((part) => groupsOf(partOf(owner, part), `${path}/${part}`));
  if (weightPath) return [{ owner, path, nameOf: (i) => weightPath(owner, i), unread }];
  return [{ owner, path: `${path}/vars`, nameOf: String, unread }];
}

/** A layer, or the parts of it that have weights of their own. */
export function leafLayers(layer: tf.layers.Layer): tf.layers.Layer[] {
  const parts = layerFormats.get(layer.getClassName())?.parts;
  return parts?.flatMap((part) => leafLayers(partOf(layer, part))) ?? [layer];
}

function kerasClassOf(layer: tf.layers.Layer): string {
  const name = layer.getClassName();
  return layerFormats.get(name)?.kerasClass ?? name;
}

/** As Keras does it: LeakyReLU is leaky_re_lu, Conv1D conv1d, GlobalMaxPooling1D global_max_pooling1d. */
function snakeCase(className: string): string {
  return className.replace(/(.)([A-Z][a-z]+)/g, "$1_$2").replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

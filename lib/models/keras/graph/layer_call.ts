import type * as tf from "@tensorflow/tfjs";
import { ownName } from "../formats/layer_format.ts";
import { layerFormats } from "../formats/layer_formats.ts";
import { Mismatch } from "../mismatch.ts";
import { isTensorPlace, type KerasCall } from "./read_call.ts";

/** What a layer is called with: numbers of the call's tensors, and whether it is one without a list around it. */
export interface LayerInputs {
  places: number[];
  single: boolean;
}

/**
 * The inputs in a call of a layer, in the layer's order.
 *
 * @throws {Mismatch} when it is told more than its inputs and what its format names.
 */
export function layerInputs(layer: tf.layers.Layer, call: KerasCall): LayerInputs {
  const format = layerFormats.get(layer.getClassName());
  const tensors = { ...call.kwargs };
  const named = format?.inputs ?? ["inputs"];
  if (call.args.length > named.length) throw alone(layer, call);
  call.args.forEach((value, i) => tensors[named[i]!] ??= value);
  const given = named.map((name) => tensors[name]).filter((value) => value != null);
  for (const name of named) delete tensors[name];
  for (const key of Object.keys(format?.told ?? {})) {
    // It is the layer's own here, so that all calls are told the same.
    const own = layer.getConfig()[ownName(format!, key)];
    if ((tensors[key] ?? false) === own) delete tensors[key];
  }
  if (Object.values(tensors).some((value) => value !== null && value !== false)) {
    throw alone(layer, call);
  }
  const single = given.length === 1 && !Array.isArray(given[0]);
  const places = given.flat().map((place) => {
    if (isTensorPlace(place)) return place.tensor;
    throw new Mismatch(`an input of "${layer.name}" as an object of a tensor`, place);
  });
  if (places.length > 0) return { places, single };
  throw alone(layer, call);
}

function alone(layer: tf.layers.Layer, { args, kwargs }: KerasCall): Mismatch {
  return new Mismatch(`a call of "${layer.name}" with its inputs alone`, { args, kwargs });
}

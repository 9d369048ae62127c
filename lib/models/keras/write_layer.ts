import { isDeepStrictEqual } from "node:util";
import type * as tf from "@tensorflow/tfjs";
import { Operation } from "./layers/operation.ts";
import { ownName, partOf } from "./formats/layer_format.ts";
import { layerFormats } from "./formats/layer_formats.ts";
import { Mismatch } from "./mismatch.ts";
import { kerasObject } from "./formats/value_format.ts";

/**
 * Keras's description of a layer.
 *
 * @throws {Mismatch} when Keras has no such layer.
 */
export function writeLayer(layer: tf.layers.Layer): ReturnType<typeof kerasObject> {
  if (layer instanceof Operation) return writeOperation(layer);
  const format = layerFormats.get(layer.getClassName());
  if (!format) {
    throw new Mismatch(
      `a layer that Keras has (${[...layerFormats.keys()].join(", ")})`,
      layer.getClassName(),
    );
  }
  const className = format.kerasClass ?? layer.getClassName();
  const own = layer.getConfig();
  const { values, fixed = {}, unwritten = {}, free = {}, wraps = [] } = format;
  for (const [key, only] of Object.entries({ ...fixed, ...unwritten })) {
    const found = own[ownName(format, key)] ?? only;
    if (isDeepStrictEqual(found, only)) continue;
    throw new Mismatch(`${JSON.stringify(only)} in ${key} of ${className} "${layer.name}"`, found);
  }
  const written = Object.entries(values).map(([key, value]) => {
    const found = own[ownName(format, key)];
    const stated = value.write(found);
    if (stated !== undefined) return [key, stated];
    throw new Mismatch(`${value.wanted} in ${key} of ${className} "${layer.name}"`, found);
  });
  const wrapped = wraps.map(({ key, part }) => [key, writeLayer(partOf(layer, part))]);
  const config = { ...Object.fromEntries([...written, ...wrapped]), ...fixed, ...free };
  return kerasObject(className, config, "keras.layers");
}

function writeOperation({ name, description }: Operation): ReturnType<typeof kerasObject> {
  const { module, className, config } = description;
  const written = kerasObject(className, { name, ...config }, module);
  return { ...written, registered_name: className };
}

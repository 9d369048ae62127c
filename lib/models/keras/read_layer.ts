import { isDeepStrictEqual } from "node:util";
import type * as tf from "@tensorflow/tfjs";
import { asObject, type Json } from "./json.ts";
import { type LayerFormat, ownName, partOf } from "./formats/layer_format.ts";
import { layerFormats } from "./formats/layer_formats.ts";
import { Mismatch } from "./mismatch.ts";

/** How a layer is read. */
export interface ReadLayerOptions {
  /** The classes that it may have; all that are known by default. */
  classes?: readonly string[];
  /** What its calls are told beside their inputs, where that is the layer's own here. */
  told?: Json;
}

/**
 * The layer that Keras describes, not built yet.
 * @throws {Mismatch} when TensorFlow.js has no such layer.
 */
export function readLayer(
  description: unknown,
  { classes, told = {} }: ReadLayerOptions = {},
): tf.layers.Layer {
  const { module, class_name: className, config } = asObject(description, "a layer");
  const known = classes ?? kerasClasses;
  const stated = asObject(config, `the configuration of ${className}`);
  const format = formatOf(className, stated);
  if (module !== "keras.layers" || !format || !known.includes(className as string)) {
    throw new Mismatch(`a layer of keras.layers (${known.join(", ")})`, `${module} ${className}`);
  }
  const name = `${className} "${stated.name}"`;
  checkOthers(stated, format, name);
  const wrapped = readWrapped(stated, format);
  const ofCalls = readValues(told, { ...format, values: format.told ?? {} }, name);
  const own = { ...readValues(stated, format, name), ...ofCalls, ...wrapped };
  const layer = create(format, own, name);
  for (const { key, part } of format.wraps ?? []) {
    const [found, made] = [wrapped[key]!, partOf(layer, part)].map(configWithoutStart);
    if (!isDeepStrictEqual(found, made)) {
      throw new Mismatch(`${key} of ${name} to be ${JSON.stringify(made)}`, found);
    }
  }
  return layer;
}

const formats = [...layerFormats].map(([name, format]) => ({
  ...format,
  kerasClass: format.kerasClass ?? name,
}));
const kerasClasses = [...new Set(formats.map(({ kerasClass }) => kerasClass))];

/** Layers of one class of Keras may be of several here: what is special comes first. */
function formatOf(className: unknown, stated: Json): LayerFormat | undefined {
  const ofClass = formats.filter(({ kerasClass }) => kerasClass === className);
  return ofClass.find(({ applies }) => applies?.(stated)) ??
    ofClass.find(({ applies }) => !applies);
}

/** What TensorFlow.js cannot choose must be as it has it, and nothing may stand there that is not known. */
function checkOthers(stated: Json, format: LayerFormat, name: string): void {
  const { values, fixed = {}, unwritten = {}, free = {}, wraps = [] } = format;
  const only = { ...fixed, ...unwritten };
  const read = new Set([...[values, free].flatMap(Object.keys), ...wraps.map(({ key }) => key)]);
  for (const [key, value] of Object.entries(stated)) {
    if (read.has(key)) continue;
    if (!Object.hasOwn(only, key)) throw new Mismatch(`nothing in ${key} of ${name}`, value);
    if (!isDeepStrictEqual(value, only[key])) {
      throw new Mismatch(`${JSON.stringify(only[key])} in ${key} of ${name}`, value);
    }
  }
}

function readWrapped(stated: Json, { wraps = [] }: LayerFormat): Record<string, tf.layers.Layer> {
  return Object.fromEntries(wraps.map(({ key, classes }) => {
    const layer = readLayer(stated[key], { classes });
    // Both wrappers of two directions put this before the name.
    layer.name = layer.name.replace(/^forward_/, "");
    return [key, layer];
  }));
}

function readValues(stated: Json, format: LayerFormat, name: string): Json {
  return Object.fromEntries(
    Object.entries(format.values).map(([key, value]) => {
      const found = Object.hasOwn(stated, key) ? stated[key] : format.absent?.[key];
      const own = value.read(found);
      if (own === undefined) throw new Mismatch(`${value.wanted} in ${key} of ${name}`, found);
      return [ownName(format, key), own];
    }),
  );
}

function create(format: LayerFormat, own: Json, name: string): tf.layers.Layer {
  try {
    return format.create(own as never);
  } catch (error) {
    throw new Mismatch(`a ${name} that TensorFlow.js can make`, (error as Error).message);
  }
}

/** A layer's configuration without its name and its weights' beginning, which change no output. */
function configWithoutStart(layer: tf.layers.Layer): Json {
  const changes = (key: string) => key !== "name" && !key.endsWith("Initializer");
  return Object.fromEntries(Object.entries(layer.getConfig()).filter(([key]) => changes(key)));
}

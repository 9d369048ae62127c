import type * as tf from "@tensorflow/tfjs";
import type { ValueFormat } from "./value_format.ts";

/** How a class of layers is written by Keras. Keys are Keras's; TensorFlow.js's are the same in camel case. */
export interface LayerFormat {
  /** TensorFlow.js's function for it, from its configuration. */
  create: (config: never) => tf.layers.Layer;
  /** What both have. */
  values: Record<string, ValueFormat>;
  /** TensorFlow.js's names of values where they are others. */
  names?: Record<string, string>;
  /** Values that a file may lack. */
  absent?: Record<string, unknown>;
  /** What Keras can choose and TensorFlow.js cannot, or what is not translated: the only value that is taken. */
  fixed?: Record<string, unknown>;
  /** The same that not every version of Keras knows, or writes: it is not written. */
  unwritten?: Record<string, unknown>;
  /** What changes no output: any value is taken and this one written. */
  free?: Record<string, unknown>;
  /** Layers in the configuration of this one, and which of its parts they become. */
  wraps?: readonly { key: string; part: string; classes: readonly string[] }[];
  /** Parts that hold its weights, by the name of Keras's attribute. */
  parts?: readonly string[];
  /** Keras's class, where it has another name. */
  kerasClass?: string;
  /** Which of the layers of Keras's class are this one; all by default. */
  applies?: (stated: Record<string, unknown>) => boolean;
  /** Where one of its weights, by its number, lies within its group; vars/0, vars/1, ... by default. */
  weightPath?: (layer: tf.layers.Layer, index: number) => string;
  /** Arrays of its group that are not read. */
  unread?: number;
  /** The arguments that are its inputs, where each is one by itself. */
  inputs?: readonly string[];
  /** What Keras tells a call, and TensorFlow.js the layer. */
  told?: Record<string, ValueFormat>;
}

/** TensorFlow.js's name of a layer's part. */
export function partOf(layer: tf.layers.Layer, part: string): tf.layers.Layer {
  return (layer as unknown as Record<string, tf.layers.Layer>)[camelCase(part)]!;
}

/** TensorFlow.js's name for a key of Keras's. */
export function ownName(format: LayerFormat, key: string): string {
  return format.names?.[key] ?? camelCase(key);
}

function camelCase(key: string): string {
  return key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

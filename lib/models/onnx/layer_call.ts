import type * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../keras/mismatch.ts";
import type { OnnxGraph, OnnxTensor, OnnxValue } from "./onnx_graph.ts";

/** A call of a layer that is to be written. */
export interface LayerCall {
  graph: OnnxGraph;
  layer: tf.layers.Layer;
  /** What TensorFlow.js says of the layer. */
  config: Record<string, unknown>;
  inputs: readonly OnnxValue[];
  /** Shape of what it gives, [rows, ...]; null where it is free. */
  shape: readonly (number | null)[];
  /** Values of a layer's weights, in the layer's order. */
  weights(layer: tf.layers.Layer): StoredWeight[];
}

/** A weight of a layer. */
export interface StoredWeight extends OnnxTensor {
  values: Float32Array;
}

/** Writes a call of a layer as nodes of its graph. */
export type LayerWriter = (call: LayerCall) => Pick<OnnxValue, "name" | "channelsFirst">;

/** The only input of a call. */
export function onlyInput({ layer, inputs }: LayerCall): OnnxValue {
  const [input, ...more] = inputs;
  if (input && more.length === 0) return input;
  throw new Mismatch(`one input of ${described(layer)}`, inputs.length);
}

/** A layer's setting that must be the one that is translated. */
export function requireSetting(call: LayerCall, key: string, ...wanted: readonly unknown[]): void {
  const found = call.config[key] ?? wanted[0];
  if (wanted.includes(found)) return;
  const words = wanted.map((value) => JSON.stringify(value)).join(" or ");
  throw new Mismatch(`${words} in ${key} of ${described(call.layer)}`, found);
}

/** A layer in an error: its class and name. */
export function described(layer: tf.layers.Layer): string {
  return `${layer.getClassName()} "${layer.name}"`;
}

/** A value whose features come last. */
export function lastly(name: string): ReturnType<LayerWriter> {
  return { name, channelsFirst: false };
}

import type * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../keras/mismatch.ts";
import { described, type StoredWeight } from "./layer_call.ts";
import { layerWriters } from "./layer_writers.ts";
import { OnnxGraph, type OnnxValue } from "./onnx_graph.ts";

/** A model's graph with what goes in and comes out. */
export interface BuiltGraph {
  graph: OnnxGraph;
  inputs: OnnxValue[];
  outputs: OnnxValue[];
}

/** Values of a layer's weights, in the layer's order. */
export type WeightsOf = (layer: tf.layers.Layer) => StoredWeight[];

/**
 * The graph of a model: from its outputs back to its inputs, each call of a layer once.
 *
 * @throws {Mismatch} when a layer is none that is translated.
 */
export function buildGraph(model: tf.LayersModel, weights: WeightsOf): BuiltGraph {
  const graph = new OnnxGraph();
  const values = new Map<number, OnnxValue>();
  const inputs = model.inputs.map((tensor, i) => {
    if (tensor.dtype !== "float32") {
      throw new Mismatch(`float32 at the input "${model.inputNames[i]}"`, tensor.dtype);
    }
    const name = graph.claim(model.inputNames[i]!);
    const value = { name, shape: tensor.shape, channelsFirst: false };
    values.set(tensor.id, value);
    return value;
  });
  const valueOf = (tensor: tf.SymbolicTensor): OnnxValue => {
    const known = values.get(tensor.id);
    if (known) return known;
    const { sourceLayer: layer, nodeIndex } = tensor;
    const { inputTensors, outputTensors } = layer.inboundNodes[nodeIndex]!;
    const write = layerWriters.get(layer.getClassName());
    if (!write) {
      const wanted = `a layer that is written as ONNX (${[...layerWriters.keys()].join(", ")})`;
      throw new Mismatch(wanted, described(layer));
    }
    if (outputTensors.length > 1) {
      throw new Mismatch(`one output of ${described(layer)}`, outputTensors.length);
    }
    const inputs = inputTensors.map(valueOf);
    graph.scope = layer.name;
    const config = layer.getConfig();
    const written = write({ graph, layer, config, inputs, shape: tensor.shape, weights });
    const value = { ...written, shape: tensor.shape };
    values.set(tensor.id, value);
    return value;
  };
  const outputs = model.outputs.map((tensor, i) => {
    const value = valueOf(tensor);
    graph.scope = model.outputNames[i]!;
    return { ...value, name: graph.channelsLast(value), channelsFirst: false };
  });
  return { graph, inputs, outputs };
}

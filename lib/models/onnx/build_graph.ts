import * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../keras/mismatch.ts";
import { described, type StoredWeight } from "./layer_call.ts";
import { layerWriters } from "./layer_writers.ts";
import { OnnxGraph, type OnnxValue } from "./onnx_graph.ts";

/** A model's graph with what goes in and comes out. */
export interface BuiltGraph {
  graph: OnnxGraph;
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  /** By name, what layers give, but not those of models in the model. */
  symbols: Map<string, tf.SymbolicTensor>;
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
  const inputs = model.inputs.map(({ shape, dtype }, i) => {
    const name = model.inputNames[i]!;
    if (dtype !== "float32") throw new Mismatch(`float32 at the input "${name}"`, dtype);
    return { name: graph.claim(name), shape, channelsFirst: false };
  });
  const symbols = new Map<string, tf.SymbolicTensor>();
  const outputs = addModel(model, inputs, { graph, weights, path: "", symbols }).map((value, i) => {
    graph.scope = model.outputNames[i]!;
    return { ...value, name: graph.channelsLast(value), channelsFirst: false };
  });
  return { graph, inputs, outputs, symbols };
}

interface Place {
  graph: OnnxGraph;
  weights: WeightsOf;
  /** Names of the models that this one lies in, each with a slash behind it. */
  path: string;
  /** Where to note what layers give. */
  symbols: Map<string, tf.SymbolicTensor>;
}

/** Adds the layers of a model, or of a model in a model; gives what comes out for what goes in. */
function addModel(model: tf.LayersModel, inputs: readonly OnnxValue[], place: Place): OnnxValue[] {
  const values = new Map(model.inputs.map((tensor, i) => [tensor.id, inputs[i]!]));
  model.inputs.forEach((tensor, i) => place.symbols.set(inputs[i]!.name, tensor));
  const valueOf = (tensor: tf.SymbolicTensor): OnnxValue => {
    if (!values.has(tensor.id)) {
      const { inputTensors, outputTensors } = tensor.sourceLayer.inboundNodes[tensor.nodeIndex]!;
      const made = addCall(tensor.sourceLayer, inputTensors.map(valueOf), outputTensors, place);
      outputTensors.forEach((tensor, i) => {
        values.set(tensor.id, made[i]!);
        place.symbols.set(made[i]!.name, tensor);
      });
    }
    return values.get(tensor.id)!;
  };
  return model.outputs.map(valueOf);
}

function addCall(
  layer: tf.layers.Layer,
  inputs: readonly OnnxValue[],
  outputs: readonly tf.SymbolicTensor[],
  { graph, weights, path }: Place,
): OnnxValue[] {
  const name = `${path}${layer.name}`;
  if (layer instanceof tf.LayersModel) {
    return addModel(layer, inputs, { graph, weights, path: `${name}/`, symbols: new Map() });
  }
  const className = layer.getClassName();
  const write = layerWriters.get(className);
  if (!write) {
    const known = [...layerWriters.keys()].join(", ");
    throw new Mismatch(`a layer that is written as ONNX (${known}) at "${name}"`, className);
  }
  const [{ shape }, ...more] = outputs as [tf.SymbolicTensor];
  if (more.length > 0) throw new Mismatch(`one output of ${described(layer)}`, outputs.length);
  graph.scope = name;
  const written = write({ graph, layer, config: layer.getConfig(), inputs, shape, weights });
  return [{ ...written, shape }];
}

import type * as tf from "@tensorflow/tfjs";
import type { BuiltGraph } from "./build_graph.ts";
import type { OnnxNode } from "./onnx_graph.ts";

/**
 * The outputs by the names that users see: "probabilities" for the only one, where it is a softmax; else the names of
 * the model's outputs. An output that is an input too, or another output, is given by a node of its own.
 */
export function nameOutputs(built: BuiltGraph, model: tf.LayersModel): BuiltGraph {
  const { graph, inputs, outputs } = built;
  const names = model.outputs.length === 1 && isSoftmax(model.outputs[0]!.sourceLayer)
    ? ["probabilities"]
    : model.outputNames;
  const named = new Map(inputs.map(({ name }) => [name, name]));
  return {
    ...built,
    outputs: outputs.map((output, i) => {
      const name = graph.claim(names[i]!);
      const given = named.get(output.name);
      if (given) graph.nodes.push(identity(given, name));
      else rename(graph.nodes, output.name, name);
      named.set(output.name, name);
      return { ...output, name };
    }),
  };
}

function isSoftmax(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === "Softmax" || layer.getConfig().activation === "softmax";
}

function identity(from: string, to: string): OnnxNode {
  return { name: to, operator: "Identity", inputs: [from], outputs: [to], attributes: {} };
}

function rename(nodes: readonly OnnxNode[], from: string, to: string): void {
  const renamed = (name: string) => name === from ? to : name;
  for (const node of nodes) {
    node.inputs = node.inputs.map(renamed);
    node.outputs = node.outputs.map(renamed);
  }
}

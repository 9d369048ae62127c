import type * as tf from "@tensorflow/tfjs";
import { asList, asObject, type Json } from "../json.ts";
import { Mismatch } from "../mismatch.ts";
import { isOperation } from "../operations/is_operation.ts";
import { type KerasCall, readCall } from "./read_call.ts";
import { readLayer } from "../read_layer.ts";
import type { InnerLayers } from "../weights/weight_groups.ts";

/** A model as Keras describes it, its layers made but not called. */
export interface Graph {
  kerasClass: "Functional" | "Sequential";
  name: string;
  nodes: GraphNode[];
  /** References to its inputs and outputs; none for a chain of layers. */
  inputs: unknown[];
  outputs: unknown[];
}

/** A layer, an operation or a model in a model. */
export interface GraphNode {
  /** Keras's name. */
  name: string;
  content: { layer: tf.layers.Layer } | { operation: Json } | { graph: Graph };
  /** How it is called; none for an input, and in a chain. */
  calls: KerasCall[];
  /** Whether Keras was told to give zeros at the steps that a mask leaves out. */
  zeroes: boolean;
}

const DEEPEST = 8;

/**
 * Reads a model's description.
 *
 * @throws {Mismatch} when it is no model that TensorFlow.js can have.
 */
export function readGraph(description: unknown, depth = 0): Graph {
  const { class_name: kind, config } = asObject(description, "config.json");
  const stated = asObject(config, "the configuration of the model");
  if (kind !== "Functional" && kind !== "Sequential") {
    throw new Mismatch("a Functional or Sequential model", kind);
  }
  if (depth > DEEPEST) throw new Mismatch(`at most ${DEEPEST} models in each other`, "more");
  const nodes = asList(stated.layers, "the layers of the model").map((entry) =>
    readNode(asObject(entry, "a layer"), depth)
  );
  const names = nodes.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Mismatch("layers of different names", names);
  if (stated.trainable === false) nodes.forEach(freeze);
  const chain = kind === "Sequential";
  return {
    kerasClass: kind,
    name: String(stated.name),
    nodes,
    inputs: chain ? [] : references(stated.input_layers, "input_layers"),
    outputs: chain ? [] : references(stated.output_layers, "output_layers").map(
      (reference) => ofOutput(reference, nodes),
    ),
  };
}

/** Its layers as Keras counts them: operations are none. */
export function innerLayers({ kerasClass, nodes }: Graph): InnerLayers {
  return {
    kerasClass,
    layers: nodes.flatMap(({ content }): InnerLayers["layers"] => {
      if ("layer" in content) return [content.layer];
      return "graph" in content ? [innerLayers(content.graph)] : [];
    }),
  };
}

/** Whether any layer makes a mask. */
export function hasMasks({ nodes }: Graph): boolean {
  return nodes.some(({ content }) =>
    "graph" in content
      ? hasMasks(content.graph)
      : "layer" in content && content.layer.getClassName() === "Masking"
  );
}

function readNode(entry: Json, depth: number): GraphNode {
  const { class_name: className, config, inbound_nodes: nodes = [] } = entry;
  const stated = asObject(config, `the configuration of ${className}`);
  const name = String(stated.name);
  const zeroes = stated.zero_output_for_mask === true;
  const calls = asList(nodes, `the calls of "${name}"`).map((call) => readCall(call, name));
  if (className === "Functional" || className === "Sequential") {
    return { name, content: { graph: readGraph(entry, depth + 1) }, calls, zeroes };
  }
  if (isOperation(entry)) return { name, content: { operation: entry }, calls, zeroes };
  return { name, content: { layer: readLayer(entry, { told: calls[0]?.kwargs }) }, calls, zeroes };
}

/** Later versions of Keras write a single one without a list around it, and named ones as an object. */
function references(value: unknown, what: string): unknown[] {
  const named = typeof value === "object" && value !== null && !Array.isArray(value);
  const list = asList(named ? Object.values(value) : value, what);
  return typeof list[0] === "string" ? [list] : list;
}

/** In references to the outputs of the model, and there alone, Keras counts the calls of a Functional model from 1. */
function ofOutput(reference: unknown, nodes: readonly GraphNode[]): unknown {
  const [name, call, index] = asList(reference, "a reference to an output", 3);
  const content = nodes.find((node) => node.name === name)?.content;
  const inner = content && "graph" in content && content.graph.kerasClass === "Functional";
  return inner ? [name, call as number - 1, index] : reference;
}

function freeze({ content }: GraphNode): void {
  if ("layer" in content) content.layer.trainable = false;
  if ("graph" in content) content.graph.nodes.forEach(freeze);
}

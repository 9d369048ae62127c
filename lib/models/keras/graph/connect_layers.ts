import type * as tf from "@tensorflow/tfjs";
import { callLayer } from "./call_layer.ts";
import type { Graph, GraphNode } from "./graph.ts";
import { asList } from "../json.ts";
import { insertLayer, takeName } from "./insert_layer.ts";
import { layerInputs } from "./layer_call.ts";
import { Identity } from "../layers/identity.ts";
import type { Masks } from "./masks.ts";
import { Mismatch } from "../mismatch.ts";
import { makeOperation } from "../operations/make_operation.ts";
import type { KerasCall } from "./read_call.ts";

/** What is kept while a model and those in it are connected. */
export interface Connecting {
  masks: Masks;
  /** Names of layers that are taken: those of models in models may be the same. */
  names: Set<string>;
}

/** The tensors at both ends of a model. */
export interface Ends {
  inputs: tf.SymbolicTensor[];
  outputs: tf.SymbolicTensor[];
}

/**
 * Calls a model's layers as Keras says, each call when its inputs are there, which builds them.
 *
 * @param given its inputs, where it stands in another model; its own by default.
 * @throws {Mismatch} when layers do not fit each other or wait for each other in a circle.
 */
export function connectGraph(
  graph: Graph,
  connecting: Connecting,
  given?: readonly tf.SymbolicTensor[],
): Ends {
  return graph.kerasClass === "Sequential"
    ? connectChain(graph, connecting, given)
    : connectLayers(graph, connecting, given);
}

function connectChain(
  { nodes }: Graph,
  connecting: Connecting,
  given?: readonly tf.SymbolicTensor[],
): Ends {
  const [first, ...others] = nodes;
  const input = first && inputOf(first);
  if (!given && (!input || others.length === 0)) {
    throw new Mismatch("an input and layers after it", nodes.map(({ name }) => name));
  }
  const inputs = given ?? [input!];
  const call = { references: [], args: [{ tensor: 0 }], kwargs: {} };
  const [output] = (input ? others : nodes).reduce(
    (tensors, node) => callNode(node, call, { tensors, connecting }),
    [...inputs],
  );
  return { inputs: [...inputs], outputs: [output!] };
}

function connectLayers(
  graph: Graph,
  connecting: Connecting,
  given?: readonly tf.SymbolicTensor[],
): Ends {
  const outputs = new Map<unknown, tf.SymbolicTensor[][]>(
    graph.nodes.map((node) => [node.name, [inputOf(node) ?? []].flat().map((input) => [input])]),
  );
  const find = (reference: unknown) => {
    const [name, call, index] = asList(reference, "a reference to a layer", 3);
    const made = outputs.get(name);
    if (!made || !Number.isInteger(call) || !Number.isInteger(index)) {
      throw new Mismatch("a reference [layer, call, output] to a layer of the model", reference);
    }
    return made[call as number]?.[index as number];
  };
  const found = (reference: unknown) => {
    const tensor = find(reference);
    if (!tensor) throw new Mismatch("a call of a layer", reference);
    return tensor;
  };
  given?.forEach((tensor, i) => {
    const [name] = asList(graph.inputs[i], `an input of "${graph.name}"`, 3);
    outputs.set(name, [[tensor]]);
  });
  if (given && given.length !== graph.inputs.length) {
    throw new Mismatch(`${graph.inputs.length} inputs of "${graph.name}"`, given.length);
  }
  let waiting = graph.nodes.flatMap((node) => node.calls.map((call) => ({ node, call })));
  while (waiting.length > 0) {
    const stillWaiting = waiting.filter(({ node, call }) => {
      const tensors = call.references.map(find);
      if (tensors.includes(undefined)) return true;
      const made = callNode(node, call, { tensors: tensors as tf.SymbolicTensor[], connecting });
      outputs.get(node.name)!.push(made);
      return false;
    });
    if (stillWaiting.length === waiting.length) {
      const names = stillWaiting.map(({ node }) => node.name);
      throw new Mismatch("layers that do not wait for each other", names);
    }
    waiting = stillWaiting;
  }
  return { inputs: graph.inputs.map(found), outputs: graph.outputs.map(found) };
}

function inputOf({ content }: GraphNode): tf.SymbolicTensor | undefined {
  if (!("layer" in content) || content.layer.getClassName() !== "InputLayer") return undefined;
  return content.layer.output as tf.SymbolicTensor;
}

interface CallOptions {
  /** The tensors that the call refers to. */
  tensors: tf.SymbolicTensor[];
  connecting: Connecting;
}

function callNode(
  { content, zeroes }: GraphNode,
  call: KerasCall,
  { tensors, connecting }: CallOptions,
): tf.SymbolicTensor[] {
  if ("graph" in content) {
    return connectGraph(content.graph, connecting, tensors).outputs;
  }
  if ("operation" in content) {
    const inputs = eachOnce(tensors, connecting.names);
    const layer = makeOperation(content.operation, call, inputs);
    takeName(layer, connecting.names);
    const given = inputs.length === 1 ? inputs[0]! : inputs;
    return callLayer(layer, () => layer.apply(given) as tf.SymbolicTensor);
  }
  const { layer } = content;
  const { places, single } = layerInputs(layer, call);
  const given = places.map((place) => tensors[place]!);
  if (layer.inboundNodes.length === 0) takeName(layer, connecting.names);
  const heeded = connecting.masks.heed(layer, eachOnce(given, connecting.names));
  const outputs = callLayer(
    layer,
    () => layer.apply(single ? heeded[0]! : heeded) as tf.SymbolicTensor,
  );
  return connecting.masks.pass(layer, heeded, { outputs, zeroes });
}

/** TensorFlow.js frees a tensor too early that a layer takes twice. */
function eachOnce(tensors: readonly tf.SymbolicTensor[], names: Set<string>): tf.SymbolicTensor[] {
  return tensors.map((tensor, i) =>
    tensors.slice(0, i).includes(tensor)
      ? insertLayer(tensor, Identity, { what: "again", names })
      : tensor
  );
}

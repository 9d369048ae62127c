import type * as tf from "@tensorflow/tfjs";
import { callLayer } from "./call_layer.ts";
import { asList, asObject } from "./json.ts";
import { Mismatch } from "./mismatch.ts";

/** A layer with what Keras says of each of its calls. */
export interface UnconnectedLayer {
  layer: tf.layers.Layer;
  /** One for each time that the layer is called; none for an input. */
  calls: unknown[];
}

/** Finds what a call of a layer gave, from Keras's reference [layer, call, 0]. */
export type FindTensor = (reference: unknown) => tf.SymbolicTensor;

/**
 * Calls layers as Keras says, each call when its inputs are there, which builds them.
 *
 * @throws {Mismatch} when layers do not fit each other or wait for each other in a circle.
 */
export function connectLayers(layers: readonly UnconnectedLayer[]): FindTensor {
  const outputs = new Map(layers.map(({ layer }) => [layer.name, inputOf(layer)]));
  if (outputs.size < layers.length) {
    throw new Mismatch("layers of different names", layers.map(({ layer }) => layer.name));
  }
  const find = (reference: unknown) => {
    const [name, call, index] = asList(reference, "a reference to a layer", 3);
    const made = outputs.get(name as string);
    if (!made || !Number.isInteger(call) || index !== 0) {
      throw new Mismatch("a reference [layer, call, 0] to a layer of the model", reference);
    }
    return made[call as number];
  };
  let waiting = layers.flatMap(({ layer, calls }) =>
    calls.map((call) => ({ layer, ...readCall(call, layer.name) }))
  );
  while (waiting.length > 0) {
    const stillWaiting = waiting.filter(({ layer, references, single }) => {
      const inputs = references.map(find);
      if (inputs.includes(undefined)) return true;
      const given = single ? inputs[0]! : inputs as tf.SymbolicTensor[];
      const output = callLayer(layer, () => layer.apply(given) as tf.SymbolicTensor);
      outputs.get(layer.name)!.push(output);
      return false;
    });
    if (stillWaiting.length === waiting.length) {
      const names = stillWaiting.map(({ layer }) => layer.name);
      throw new Mismatch("layers that do not wait for each other", names);
    }
    waiting = stillWaiting;
  }
  return (reference) => {
    const tensor = find(reference);
    if (!tensor) throw new Mismatch("a call of a layer", reference);
    return tensor;
  };
}

function inputOf(layer: tf.layers.Layer): tf.SymbolicTensor[] {
  return layer.getClassName() === "InputLayer" ? [layer.output as tf.SymbolicTensor] : [];
}

/** Keras writes a call as its arguments: a tensor or a list of them, and what layers are told beside. */
function readCall(call: unknown, name: string): { references: unknown[]; single: boolean } {
  const { args, kwargs } = asObject(call, `a call of "${name}"`);
  const [tensors, ...others] = asList(args, `the arguments of "${name}"`);
  const told = Object.values(asObject(kwargs, `what "${name}" is told`));
  if (others.length > 0 || told.some((value) => value !== null && value !== false)) {
    throw new Mismatch(`a call of "${name}" with its inputs alone`, { others, kwargs });
  }
  const single = !Array.isArray(tensors);
  const references = (single ? [tensors] : asList(tensors, `the inputs of "${name}"`)).map(
    (tensor) => {
      const { class_name: className, config } = asObject(tensor, `an input of "${name}"`);
      if (className !== "__keras_tensor__") throw new Mismatch("a tensor of Keras", className);
      return asObject(config, `an input of "${name}"`).keras_history;
    },
  );
  return { references, single };
}

import type * as tf from "@tensorflow/tfjs";
import { asObject, type Json } from "../json.ts";
import { Operation } from "../layers/operation.ts";
import { Mismatch } from "../mismatch.ts";
import { isTensorPlace, type KerasCall } from "../graph/read_call.ts";
import { knownLayer } from "./known_layer.ts";
import { operations } from "./operations.ts";

/**
 * The layer for an operation of Keras, not called yet: TensorFlow.js's own where it has one that computes the same.
 *
 * @param tensors the tensors that the call refers to.
 * @throws {Mismatch} when there is none.
 */
export function makeOperation(
  entry: Json,
  { args, kwargs }: KerasCall,
  tensors: tf.SymbolicTensor[],
): tf.layers.Layer {
  const { module, class_name: className } = entry;
  const { name, ...config } = asObject(entry.config, `the configuration of ${className}`);
  if (
    typeof module !== "string" || typeof className !== "string" ||
    !Object.hasOwn(operations, className)
  ) {
    const known = Object.keys(operations).sort().join(", ");
    throw new Mismatch(`an operation of keras.ops (${known})`, `${module} ${className}`);
  }
  if (tensors.length === 0) throw new Mismatch(`a tensor in the call of ${className}`, args);
  const description = { module, className, config, args, kwargs };
  const listed = args.flat().filter(isTensorPlace);
  const inOrder = listed.length === args.flat().length && listed.length === tensors.length;
  const known = inOrder && knownLayer(description, tensors, String(name));
  return known || new Operation({
    name: String(name),
    call: { name: JSON.stringify(description) },
  });
}

import type * as tf from "@tensorflow/tfjs";
import type { Attribute } from "../c_api/attributes.ts";
import { currentBackend } from "../backend.ts";
import { attributeTypes, dataTypes } from "../c_api/data_types.ts";

/** Attributes by kind: each helper names one attribute of a TensorFlow op. */
export const attribute = {
  type: (name: string, type: keyof typeof dataTypes): Attribute => ({
    name,
    type: attributeTypes.type,
    value: dataTypes[type],
  }),
  string: (name: string, value: string): Attribute => ({
    name,
    type: attributeTypes.string,
    value,
  }),
  int: (name: string, value: number | number[]): Attribute => ({
    name,
    type: attributeTypes.int,
    value,
  }),
  float: (name: string, value: number): Attribute => ({ name, type: attributeTypes.float, value }),
  bool: (name: string, value: boolean): Attribute => ({ name, type: attributeTypes.bool, value }),
  shape: (name: string, value: number[]): Attribute => ({
    name,
    type: attributeTypes.shape,
    value,
  }),
};

/**
 * Runs (or, while a step is captured, records) one of TensorFlow's own ops on tensors of TensorFlow.js.
 *
 * @throws {Error} when TensorFlow is not the running backend.
 */
export function nativeOp(
  name: string,
  inputs: tf.TensorInfo[],
  { attributes = [], outputs = 1 }: { attributes?: Attribute[]; outputs?: number } = {},
): tf.Tensor[] {
  const backend = currentBackend();
  if (!backend) throw new Error(`Cannot run ${name}: TensorFlow must be the running backend`);
  return backend.executeMultipleOutputs(name, attributes, inputs, outputs);
}

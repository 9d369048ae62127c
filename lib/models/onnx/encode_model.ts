import type { BuiltGraph } from "./build_graph.ts";
import { encodeMessage, type Field, littleEndianBytes } from "./encode_message.ts";
import type { Attribute, OnnxNode, OnnxTensor, OnnxValue } from "./onnx_graph.ts";

/** The version of ONNX's operators: the first that has LayerNormalization. */
const OPERATOR_SET = 17;

/** The version of ONNX's files that came with it. */
const FILE_FORMAT = 8;

/** What a file says beside its graph. */
export interface ModelFacts {
  name: string;
  /** Free texts by name. */
  metadata: Record<string, string>;
}

/** The bytes of a file: a ModelProto of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. */
export function encodeModel(built: BuiltGraph, { name, metadata }: ModelFacts): Uint8Array {
  const { graph, inputs, outputs } = built;
  return encodeMessage([
    [1, FILE_FORMAT],
    [2, "ecg-beats"],
    [7, [
      ...graph.nodes.map((node): Field => [1, nodeFields(node)]),
      [2, name],
      ...[...graph.tensors].map((entry): Field => [5, tensorFields(...entry)]),
      ...inputs.map((value): Field => [11, valueFields(value)]),
      ...outputs.map((value): Field => [12, valueFields(value)]),
    ]],
    [8, [[1, ""], [2, OPERATOR_SET]]],
    ...Object.entries(metadata).map(([key, value]): Field => [14, [[1, key], [2, value]]]),
  ]);
}

/** A NodeProto. */
function nodeFields({ name, operator, inputs, outputs, attributes }: OnnxNode): Field[] {
  return [
    ...inputs.map((input): Field => [1, input]),
    ...outputs.map((output): Field => [2, output]),
    [3, name],
    [4, operator],
    ...Object.entries(attributes).map((entry): Field => [5, attributeFields(...entry)]),
  ];
}

/** An AttributeProto: the name, the value in the field of its kind, and the kind. */
function attributeFields(name: string, value: Attribute): Field[] {
  const of = (kind: number, ...fields: Field[]): Field[] => [[1, name], ...fields, [20, kind]];
  if (typeof value === "number") return of(2, [3, value]);
  if (typeof value === "string") return of(3, [4, value]);
  if ("float" in value) return of(1, [2, Float32Array.of(value.float)]);
  const texts = typeof value[0] === "string";
  return of(texts ? 8 : 7, ...value.map((item): Field => [texts ? 9 : 8, item]));
}

/** A TensorProto. */
function tensorFields(name: string, { shape, values }: OnnxTensor): Field[] {
  return [
    ...shape.map((length): Field => [1, length]),
    [2, dataTypes[values.constructor.name]],
    [8, name],
    [9, littleEndianBytes(values)],
  ];
}

const FLOAT = 1;

/** ONNX's number of what an array holds. */
const dataTypes: Readonly<Record<string, number>> = {
  Float32Array: FLOAT,
  Uint8Array: 2,
  Int8Array: 3,
  Int32Array: 6,
  BigInt64Array: 7,
};

/** A ValueInfoProto; axes of free length are named, that of the rows alike in all values. */
function valueFields({ name, shape }: OnnxValue): Field[] {
  const axes = shape.map((length, axis): Field => {
    const free = axis === 0 ? "rows" : `${name}_${axis}`;
    return [1, length === null ? [[2, free]] : [[1, length]]];
  });
  return [[1, name], [2, [[1, [[1, FLOAT], [2, axes]]]]]];
}

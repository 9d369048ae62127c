import { attributeTypes } from "./data_types.ts";
import { cString } from "./c_string.ts";
import { bytesOf, type Library } from "./library.ts";

/** An attribute of a TensorFlow op as TensorFlow.js's kernels describe it. */
export interface Attribute {
  name: string;
  /** One of {@linkcode attributeTypes}. */
  type: number;
  value: unknown;
}

type Pointer = Deno.PointerValue;
type Bytes = Uint8Array<ArrayBuffer>;

/** The setters that eager ops (`TFE_Op...`) and graph operations (`TF_...`) have in common. */
export interface Setters {
  string(op: Pointer, name: Bytes, value: Bytes, length: bigint): void;
  int(op: Pointer, name: Bytes, value: bigint): void;
  ints(op: Pointer, name: Bytes, values: Bytes, count: number): void;
  float(op: Pointer, name: Bytes, value: number): void;
  floats(op: Pointer, name: Bytes, values: Bytes, count: number): void;
  bool(op: Pointer, name: Bytes, value: number): void;
  type(op: Pointer, name: Bytes, value: number): void;
  types(op: Pointer, name: Bytes, values: Bytes, count: number): void;
  shape(op: Pointer, name: Bytes, dimensions: Bytes, rank: number): void;
  function(op: Pointer, name: Bytes, value: Bytes, length: bigint): void;
}

/** The setters for an eager op. */
export function eagerSetters({ c, status }: Library): Setters {
  return {
    string: c.TFE_OpSetAttrString,
    int: c.TFE_OpSetAttrInt,
    ints: c.TFE_OpSetAttrIntList,
    float: c.TFE_OpSetAttrFloat,
    floats: c.TFE_OpSetAttrFloatList,
    bool: c.TFE_OpSetAttrBool,
    type: c.TFE_OpSetAttrType,
    types: c.TFE_OpSetAttrTypeList,
    shape: (op, name, dimensions, rank) => c.TFE_OpSetAttrShape(op, name, dimensions, rank, status),
    function: c.TFE_OpSetAttrFunctionName,
  };
}

/** The setters for a graph operation that is being described. */
export function graphSetters({ c }: Library): Setters {
  return {
    string: c.TF_SetAttrString,
    int: c.TF_SetAttrInt,
    ints: c.TF_SetAttrIntList,
    float: c.TF_SetAttrFloat,
    floats: c.TF_SetAttrFloatList,
    bool: c.TF_SetAttrBool,
    type: c.TF_SetAttrType,
    types: c.TF_SetAttrTypeList,
    shape: c.TF_SetAttrShape,
    function: c.TF_SetAttrFuncName,
  };
}

/** Sets the attributes of an op. */
export function setAttributes(set: Setters, op: Pointer, attributes: Attribute[]): void {
  for (const { name: text, type, value } of attributes) {
    const name = cString(text);
    const list = Array.isArray(value) ? value as number[] : undefined;
    switch (type) {
      case attributeTypes.string: {
        const bytes = cString(String(value));
        set.string(op, name, bytes, BigInt(bytes.length - 1));
        break;
      }
      case attributeTypes.int:
        if (list) set.ints(op, name, int64s(list), list.length);
        else set.int(op, name, BigInt(value as number));
        break;
      case attributeTypes.float:
        if (list) set.floats(op, name, bytesOf(new Float32Array(list)), list.length);
        else set.float(op, name, value as number);
        break;
      case attributeTypes.bool:
        set.bool(op, name, value ? 1 : 0);
        break;
      case attributeTypes.type:
        if (list) set.types(op, name, bytesOf(new Int32Array(list)), list.length);
        else set.type(op, name, value as number);
        break;
      case attributeTypes.shape:
        set.shape(op, name, int64s(list!), list!.length);
        break;
      case attributeTypes.function: {
        const bytes = cString(String(value));
        set.function(op, name, bytes, BigInt(bytes.length - 1));
        break;
      }
      default:
        throw new Error(
          `Cannot set attribute "${text}": its kind must be 0 to 6 but is ${type}`,
        );
    }
  }
}

/** Numbers as the bytes of int64 values. */
export function int64s(values: number[]): Uint8Array<ArrayBuffer> {
  return bytesOf(BigInt64Array.from(values, BigInt));
}

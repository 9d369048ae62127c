import { bytesPerValue, dataTypes } from "./data_types.ts";
import { bytesOf, checkStatus, type Library } from "./library.ts";
import { int64s } from "./attributes.ts";

/** Values as TensorFlow.js hands them to a backend. */
export type HostValues = ArrayLike<number> & (ArrayBufferView | number[]);

/**
 * Copies values into a new TF_Tensor. The caller deletes it.
 *
 * @throws {Error} when they are more or fewer than the shape has, or of a type that is not numeric.
 */
export function newTensor(
  { c }: Library,
  shape: number[],
  dataType: number,
  values: HostValues,
): Deno.PointerValue {
  const size = bytesPerValue[dataType];
  if (size === undefined) {
    throw new Error(`Cannot make a tensor: TF_DataType must be numeric but is ${dataType}`);
  }
  const bytes = size * shape.reduce((product, length) => product * length, 1);
  const source = encode(dataType, values);
  if (source.byteLength !== bytes) {
    throw new Error(
      `Cannot make a tensor of shape [${shape}]: wanted ${bytes} bytes but found ${source.byteLength}`,
    );
  }
  const tensor = c.TF_AllocateTensor(dataType, int64s(shape), shape.length, BigInt(bytes));
  if (bytes === 0) return tensor;
  const memory = Deno.UnsafePointerView.getArrayBuffer(c.TF_TensorData(tensor)!, bytes);
  new Uint8Array(memory).set(source);
  return tensor;
}

/**
 * A copy of a handle's values, from whatever device it is on.
 *
 * @throws {Error} when TensorFlow.js has no such values.
 */
export function readTensor(
  library: Library,
  handle: Deno.PointerValue,
): Float32Array | Int32Array | Uint8Array {
  const { c, status } = library;
  const tensor = c.TFE_TensorHandleResolve(handle, status);
  checkStatus(library, "read a tensor");
  const length = Number(c.TF_TensorByteSize(tensor));
  const values = length === 0
    ? new ArrayBuffer(0)
    : Deno.UnsafePointerView.getArrayBuffer(c.TF_TensorData(tensor)!, length).slice(0);
  c.TF_DeleteTensor(tensor);
  const dataType = c.TFE_TensorHandleDataType(handle);
  switch (dataType) {
    case dataTypes.int32:
      return new Int32Array(values);
    case dataTypes.bool:
    case dataTypes.uint8:
      return new Uint8Array(values);
    case dataTypes.float32:
    case dataTypes.complex64:
      return new Float32Array(values);
    default:
      throw new Error(
        `Cannot read a tensor: TF_DataType must be one of TensorFlow.js's but is ${dataType}`,
      );
  }
}

function encode(dataType: number, values: HostValues): Uint8Array {
  if (dataType === dataTypes.int64) {
    // TensorFlow.js keeps an int64 scalar as two int32 words, low word first.
    return bytesOf(values as Int32Array);
  }
  if (ArrayBuffer.isView(values)) return bytesOf(values);
  if (dataType === dataTypes.float32) return bytesOf(new Float32Array(values));
  if (dataType === dataTypes.int32) return bytesOf(new Int32Array(values));
  return new Uint8Array(values);
}

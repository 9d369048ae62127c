/**
 * A field of a protobuf message: its number and what it holds. A number is a whole one (varint), a Float32Array
 * repeated floats, a list a message of its own. Only `undefined` is left out: ONNX's checker wants zeros said.
 */
export type Field = readonly [
  number,
  undefined | number | string | Float32Array | Uint8Array | readonly Field[],
];

/**
 * Writes a message in protobuf's wire format (https://protobuf.dev/programming-guides/encoding).
 *
 * @example
 * ```ts
 * import { encodeMessage } from "lib/models/onnx/encode_message.ts";
 *
 * console.assert(encodeMessage([[1, 150]]).join() === "8,150,1");
 * ```
 */
export function encodeMessage(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  return join(fields.flatMap(([number, value]) => {
    const tag = (wireType: number) => varint(number << 3 | wireType);
    if (value === undefined) return [];
    if (typeof value === "number") return [tag(VARINT), varint(value)];
    if (value instanceof Float32Array) {
      return [...value].flatMap((one) => [
        tag(FOUR_BYTES),
        littleEndianBytes(Float32Array.of(one)),
      ]);
    }
    const bytes = payload(value);
    return [tag(LENGTH_AND_BYTES), varint(bytes.length), bytes];
  }));
}

/** The bytes of numbers as protobuf and ONNX have them: the lowest byte first. */
export function littleEndianBytes(
  values: Float32Array | BigInt64Array | Int32Array | Int8Array | Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(values.length * values.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer);
  values.forEach((value: number | bigint, i: number) => {
    if (typeof value === "bigint") view.setBigInt64(8 * i, value, true);
    else if (values instanceof Float32Array) view.setFloat32(4 * i, value, true);
    else if (values instanceof Int32Array) view.setInt32(4 * i, value, true);
    else view.setUint8(i, value);
  });
  return bytes;
}

const VARINT = 0;
const LENGTH_AND_BYTES = 2;
const FOUR_BYTES = 5;

function payload(value: string | Uint8Array | readonly Field[]): Uint8Array {
  if (typeof value === "string") return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : encodeMessage(value);
}

/** Seven bits a byte, the lowest first; negative numbers take ten bytes. */
function varint(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.of(...bytes, Number(rest));
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * A field of a protobuf message: its number and what it holds. A nested list is a message inside
 * it; numbers are integers; as in proto3, `undefined`, 0, false and "" are not written.
 */
export type Field = readonly [number, FieldValue];

/** What a field can hold when a message is written. */
export type FieldValue = undefined | boolean | number | string | Uint8Array | readonly Field[];

/**
 * Writes a message in protobuf's wire format.
 *
 * @example
 * ```ts
 * import { encodeMessage } from "lib/wandb/mod.ts";
 * console.assert(encodeMessage([[1, 150]]).join() === "8,150,1");
 * ```
 */
export function encodeMessage(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [number, value] of fields) {
    if (value === undefined || value === 0 || value === false || value === "") continue;
    if (typeof value === "number" || typeof value === "boolean") {
      bytes.push(...varint(number << 3), ...varint(Number(value)));
      continue;
    }
    const payload = typeof value === "string"
      ? encoder.encode(value)
      : value instanceof Uint8Array
      ? value
      : encodeMessage(value);
    bytes.push(...varint(number << 3 | 2), ...varint(payload.length));
    for (const byte of payload) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** A message that was read: the values of each field number in their order. */
export type Message = Map<number, (number | Uint8Array)[]>;

/**
 * Reads a message in protobuf's wire format. Whole numbers beyond 2^53 lose digits.
 *
 * @throws RangeError where the bytes end inside a field.
 */
export function decodeMessage(bytes: Uint8Array): Message {
  const message: Message = new Map();
  let at = 0;
  const number = () => {
    let value = 0n;
    for (let shift = 0n;; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) {
        throw new RangeError(
          `Cannot read protobuf message: wanted more than ${bytes.length} bytes`,
        );
      }
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(BigInt.asIntN(64, value));
    }
  };
  const take = (length: number) => {
    if (at + length > bytes.length) {
      throw new RangeError(
        `Cannot read protobuf message: wanted ${at + length} bytes but found ${bytes.length}`,
      );
    }
    return bytes.subarray(at, at += length);
  };
  while (at < bytes.length) {
    const tag = number();
    const value = wireReaders[tag & 7]?.(number, take);
    if (value === undefined) {
      throw new RangeError(`Cannot read protobuf message: wire type ${tag & 7} is not known`);
    }
    const field = message.get(tag >>> 3);
    if (field) field.push(value);
    else message.set(tag >>> 3, [value]);
  }
  return message;
}

/** The text in a field, "" where it is missing. */
export function textIn(message: Message, field: number): string {
  const bytes = message.get(field)?.at(-1);
  return bytes instanceof Uint8Array ? decoder.decode(bytes) : "";
}

/** The number in a field, 0 where it is missing. */
export function numberIn(message: Message, field: number): number {
  const value = message.get(field)?.at(-1);
  return typeof value === "number" ? value : 0;
}

/** The texts of a repeated field. */
export function textsIn(message: Message, field: number): string[] {
  return bytesIn(message, field).map((bytes) => decoder.decode(bytes));
}

/** The messages of a field, none where it is missing. */
export function messagesIn(message: Message, field: number): Message[] {
  return bytesIn(message, field).map(decodeMessage);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Seven bits a byte, the lowest first; negative numbers take ten bytes. */
function varint(value: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}

type WireReader = (
  number: () => number,
  take: (length: number) => Uint8Array,
) => number | Uint8Array;

/** By wire type: varint, 8 bytes, length and bytes, 4 bytes. */
const wireReaders: Record<number, WireReader | undefined> = {
  0: (number) => number(),
  1: (_, take) => take(8),
  2: (number, take) => take(number()),
  5: (_, take) => take(4),
};

function bytesIn(message: Message, field: number): Uint8Array[] {
  return (message.get(field) ?? []).filter((value) => value instanceof Uint8Array);
}

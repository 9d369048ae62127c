import { type BitReader, peekBits } from "./bit_reader.ts";
import type { FlacFailure } from "./flac_failure.ts";

/**
 * Reads what a predictor left of a block, in partitions of Rice codes, into `target` from its sample number `order` on.
 *
 * A Rice code of parameter `k` is a number of zeros, a one and `k` bits; signs are folded into the lowest bit.
 */
export function decodeResidual(
  reader: BitReader,
  target: Int32Array,
  { order, fail }: { order: number; fail: FlacFailure },
): void {
  const method = reader.unsigned(2);
  if (method > 1) fail("residual coding", "0 or 1", method);
  const parameterBits = 4 + method;
  const escape = (1 << parameterBits) - 1;
  const partitions = 1 << reader.unsigned(4);
  const size = target.length / partitions;
  if (!Number.isInteger(size) || size < order) {
    fail("partitions", `at most ${target.length} that hold ${order} samples or more`, partitions);
  }
  let start = order;
  for (let end = size; end <= target.length; end += size) {
    const parameter = reader.unsigned(parameterBits);
    if (parameter < escape) {
      decodeRice(reader, target, { start, end, parameter });
    } else {
      const bits = reader.unsigned(5);
      for (let i = start; i < end; i++) target[i] = reader.signed(bits);
    }
    if (reader.isPastEnd) fail("residual", "whole", "cut off");
    start = end;
  }
}

/** The inmost loop of decoding: most codes are taken from one look at 32 bits. */
function decodeRice(
  reader: BitReader,
  target: Int32Array,
  { start, end, parameter }: { start: number; end: number; parameter: number },
): void {
  const { bytes } = reader;
  let { position } = reader;
  const low = 32 - parameter;
  for (let i = start; i < end; i++) {
    const word = peekBits(bytes, position);
    const zeros = Math.clz32(word);
    let folded;
    if (zeros < low) {
      // Two shifts, as a shift by 32 would be none.
      const rest = word << zeros << 1;
      folded = zeros << parameter | (parameter === 0 ? 0 : rest >>> low);
      position += zeros + 1 + parameter;
    } else {
      reader.position = position;
      const high = reader.unary();
      folded = high << parameter | reader.unsigned(parameter);
      position = reader.position;
      // Nothing but zeros follows the end of a file.
      if (reader.isPastEnd) return;
    }
    target[i] = folded >>> 1 ^ -(folded & 1);
  }
  reader.position = position;
}

import type { BitReader } from "./bit_reader.ts";
import { decodeResidual } from "./decode_residual.ts";
import type { FlacFailure } from "./flac_failure.ts";
import { predictFixed, predictLinear } from "./predict.ts";

/**
 * Reads one channel of a frame, whose samples have so many bits, into `target`: constant, verbatim, or what a fixed or
 * linear predictor left.
 */
export function decodeSubframe(
  reader: BitReader,
  target: Int32Array,
  options: { bits: number; fail: FlacFailure },
): void {
  const { fail } = options;
  const head = reader.unsigned(8);
  const type = head >> 1;
  if (head > 127) fail("subframe", "introduced by a 0", 1);
  const wasted = head & 1 ? reader.unary() + 1 : 0;
  const bits = options.bits - wasted;
  if (bits < 1) fail("unused bits", `below ${options.bits}`, wasted);

  if (type === 0) {
    target.fill(reader.signed(bits));
  } else if (type === 1) {
    readSamples(reader, target, { count: target.length, bits });
  } else if (type >= 8 && type <= 12) {
    decodeFixed(reader, target, { order: type - 8, bits, fail });
  } else if (type >= 32) {
    decodeLinear(reader, target, { order: type - 31, bits, fail });
  } else {
    fail("subframe type", "0, 1, 8 to 12 or 32 to 63", type);
  }
  if (reader.isPastEnd) fail("subframe", "whole", "cut off");
  if (wasted > 0) { for (let i = 0; i < target.length; i++) target[i]! <<= wasted; }
}

interface PredictedOptions {
  order: number;
  bits: number;
  fail: FlacFailure;
}

function decodeFixed(reader: BitReader, target: Int32Array, options: PredictedOptions): void {
  readWarmUp(reader, target, options);
  decodeResidual(reader, target, options);
  predictFixed(target, options.order);
}

function decodeLinear(reader: BitReader, target: Int32Array, options: PredictedOptions): void {
  const { order, bits, fail } = options;
  readWarmUp(reader, target, options);
  const precision = reader.unsigned(4) + 1;
  if (precision > 15) fail("coefficient bits", "1 to 15", precision);
  const shift = reader.signed(5);
  if (shift < 0) fail("predictor shift", "0 or more", shift);
  const coefficients = Array.from({ length: order }, () => reader.signed(precision));
  decodeResidual(reader, target, options);
  const sumBits = bits + precision + Math.ceil(Math.log2(order));
  predictLinear(target, { coefficients, shift, bits: sumBits });
}

/** The first samples, which a predictor needs to begin. */
function readWarmUp(
  reader: BitReader,
  target: Int32Array,
  { order, bits, fail }: PredictedOptions,
): void {
  if (order > target.length) fail("predictor order", `at most ${target.length}`, order);
  readSamples(reader, target, { count: order, bits });
}

function readSamples(
  reader: BitReader,
  target: Int32Array,
  { count, bits }: { count: number; bits: number },
): void {
  for (let i = 0; i < count; i++) target[i] = reader.signed(bits);
}

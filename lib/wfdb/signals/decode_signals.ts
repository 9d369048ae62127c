import { type DecodedSignal, decodeFlacSignals } from "./decode_flac_signals.ts";
import { sampleDecoders } from "./sample_decoders.ts";
import type { SignalHeader } from "../header/parse_signal_line.ts";
import { sampleCapacity, signalFormats } from "./signal_formats.ts";
import { WfdbError } from "../wfdb_error.ts";

/** Options of {@linkcode decodeSignals}. */
export interface DecodeSignalsOptions {
  /** Frames to decode; 0, the default, stands for all that the bytes hold and leaves nothing to verify. */
  sampleCount?: number;
  /** Whether checksums and initial values must be those of the header; true by default. */
  verify?: boolean;
  /** Name of the record, for errors. */
  name?: string;
  /** Most samples to take from a FLAC stream, whose bytes set no limit to them; 2 ** 28 by default. */
  maximumSamples?: number;
  /** Number in the record of the first of these signals, for errors; 0 by default. */
  firstSignal?: number;
}

/**
 * Decodes all signals that share a signal file into raw integers: an array of `sampleCount * samplesPerFrame` for each.
 *
 * Checksums cover all samples in the file, those skipped because of a skew too; the places that a skew leaves open at
 * the end hold the missing sample of the format.
 *
 * A checksum shows every flipped bit of an amplitude of up to 16 bits. In format 8 a flipped bit moves all samples from
 * there on, so it goes unseen where their number makes the sum move by a multiple of 65536: 512 or more of them.
 *
 * @throws {WfdbError} where the bytes are too few, or an initial value or checksum is not the header's.
 *
 * @example
 * ```ts
 * import { decodeSignals, parseHeader } from "lib/wfdb/mod.ts";
 *
 * const { signals } = parseHeader("tiny 2 360 1\ntiny.dat 212\ntiny.dat 212");
 * console.log(decodeSignals(new Uint8Array([0x01, 0xf0, 0xff]), signals)); // [ Int32Array [ 1 ], Int32Array [ -1 ] ]
 * ```
 */
export function decodeSignals(
  bytes: Uint8Array,
  signals: readonly SignalHeader[],
  options: DecodeSignalsOptions = {},
): Int32Array[] {
  const { sampleCount = 0, verify = true, firstSignal = 0 } = options;
  checkStorage(signals, options.name);
  const [header] = signals;
  if (header === undefined) return [];
  const isFlac = signalFormats.get(header.format)!.flac === true;
  const decoded = (isFlac ? decodeFlacSignals : decodeStored)(bytes, signals, options);
  return decoded.map(({ samples, sum }, index) => {
    const header = signals[index]!;
    if (verify && sampleCount > 0 && header.format !== 0) {
      verifySignal(samples, header, { ...options, sum, index: firstSignal + index });
    }
    if (header.skew > 0) removeSkew(samples, header);
    return samples;
  });
}

function checkStorage([header, ...others]: readonly SignalHeader[], name = ""): void {
  const differs = others.some(({ format, byteOffset }) =>
    format !== header!.format || byteOffset !== header!.byteOffset
  );
  if (!differs) return;
  const file = header!.fileName;
  const wanted = "one format and byte offset";
  const details = { file, part: `storage of the signals in ${file}`, wanted, found: "several" };
  throw new WfdbError(`read record "${name}"`, details);
}

/** The signals of a file that stores them sample by sample, or of none. */
function decodeStored(
  bytes: Uint8Array,
  signals: readonly SignalHeader[],
  options: DecodeSignalsOptions,
): DecodedSignal[] {
  const frameSize = signals.reduce((sum, signal) => sum + signal.samplesPerFrame, 0);
  const body = bytes.subarray(signals[0]!.byteOffset);
  const frames = countFrames(body, signals[0]!, { ...options, frameSize });
  let first = 0;
  return signals.map((header) => {
    const samples = new Int32Array(frames * header.samplesPerFrame);
    const sum = decodeSignal(body, samples, { header, first, frameSize });
    first += header.samplesPerFrame;
    return { samples, sum };
  });
}

function countFrames(
  body: Uint8Array,
  header: SignalHeader,
  options: DecodeSignalsOptions & { frameSize: number },
): number {
  const { sampleCount = 0, frameSize, name = "" } = options;
  if (header.format === 0) return sampleCount;
  const wanted = sampleCount * frameSize;
  const held = sampleCapacity(signalFormats.get(header.format)!, body.length);
  if (wanted > held) {
    const file = header.fileName;
    const details = { file, part: `number of samples in ${file}`, wanted, found: held };
    throw new WfdbError(`read record "${name}"`, details);
  }
  return sampleCount > 0 ? sampleCount : Math.floor(held / frameSize);
}

/** Fills the array of one signal, and returns the sum of its samples. */
function decodeSignal(
  body: Uint8Array,
  samples: Int32Array,
  options: { header: SignalHeader; first: number; frameSize: number },
): number {
  const { header, first, frameSize } = options;
  const decode = sampleDecoders.get(header.format);
  if (decode === undefined) {
    samples.fill(signalFormats.get(header.format)!.missing);
    return 0;
  }
  const stride = header.samplesPerFrame;
  let sum = 0;
  // A signal of no samples may claim any number of samples per frame.
  for (let start = 0; start < Math.min(stride, samples.length); start++) {
    sum = sum + decode(body, samples, { first: first + start, step: frameSize, start, stride }) | 0;
  }
  return header.format === 8 ? sumDifferences(samples, header.initialValue) : sum;
}

/** Turns the differences of format 8 into amplitudes in place, and returns the sum of those. */
function sumDifferences(samples: Int32Array, initialValue: number): number {
  let amplitude = initialValue;
  let sum = 0;
  for (let i = 0; i < samples.length; i++) {
    amplitude = amplitude + samples[i]! | 0;
    samples[i] = amplitude;
    sum = sum + amplitude | 0;
  }
  return sum;
}

function verifySignal(
  samples: Int32Array,
  header: SignalHeader,
  options: DecodeSignalsOptions & { sum: number; index: number },
): void {
  const { sum, index, name = "" } = options;
  if (header.checksum === undefined) return;
  const compare = (part: string, wanted: number, found: number) => {
    if (wanted === found) return;
    const details = { file: header.fileName, part: `signal ${index} ${part}`, wanted, found };
    throw new WfdbError(`read record "${name}"`, details);
  };
  compare("checksum", header.checksum << 16 >> 16, sum << 16 >> 16);
  // In format 8 the differences start from the initial value, so it is part of the sum already.
  if (header.format !== 8) compare("initial value", header.initialValue, samples[0]!);
}

/** Moves the samples that precede the first frame out of the array, in place. */
function removeSkew(samples: Int32Array, { skew, samplesPerFrame, format }: SignalHeader): void {
  const shift = Math.min(skew * samplesPerFrame, samples.length);
  samples.copyWithin(0, shift);
  samples.fill(signalFormats.get(format)!.missing, samples.length - shift);
}

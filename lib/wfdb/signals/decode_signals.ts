import { decodeFlacSignals } from "./decode_flac_signals.ts";
import { decodeStoredSignals } from "./decode_stored_signals.ts";
import type { SignalHeader } from "../header/parse_signal_line.ts";
import { signalFormats } from "./signal_formats.ts";
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
  const decoded = (isFlac ? decodeFlacSignals : decodeStoredSignals)(bytes, signals, options);
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

import type { SignalHeader } from "../header/parse_signal_line.ts";
import { signalFormats } from "./signal_formats.ts";
import { WfdbError } from "../wfdb_error.ts";

/** The formats that can be written. */
export type WrittenFormat = 16 | 212;

/** Options of {@linkcode encodeSignals}. */
export interface EncodeSignalsOptions {
  /** By default 212 where all samples fit in its 12 bits, else 16. */
  format?: WrittenFormat;
  /** Name of the record, whose signal file gets the ending `.dat`. */
  name: string;
}

/** A signal file, and what a header says about its signals. */
export interface EncodedSignals {
  bytes: Uint8Array<ArrayBuffer>;
  headers: SignalHeader[];
}

/**
 * Encodes signals into one signal file, frame by frame; `headers` says which raw integer is a missing sample.
 *
 * @throws {WfdbError} where the signals are not of the same number of frames or a sample does not fit in the format.
 */
export function encodeSignals(
  signals: readonly Int32Array[],
  headers: readonly SignalHeader[],
  options: EncodeSignalsOptions,
): EncodedSignals {
  const { name } = options;
  checkFrames(signals, headers, name);
  const format = options.format ?? (fits(signals, headers) ? 212 : 16);
  const written = signals.map((samples, index) =>
    samplesFor(format, samples, { header: headers[index]!, name, index })
  );
  const flat = interleave(written, headers);
  return {
    bytes: format === 212 ? encode212(flat) : encode16(flat),
    headers: headers.map((header, index) => ({
      ...header,
      fileName: `${name}.dat`,
      format,
      skew: 0,
      byteOffset: 0,
      blockSize: 0,
      initialValue: written[index]![0] ?? 0,
      checksum: written[index]!.reduce((sum, value) => sum + value | 0, 0) << 16 >> 16,
    })),
  };
}

function checkFrames(
  signals: readonly Int32Array[],
  headers: readonly SignalHeader[],
  name: string,
): void {
  const check = (part: string, wanted: number, found: number) => {
    if (wanted === found) return;
    throw new WfdbError(`write record "${name}"`, { file: `${name}.hea`, part, wanted, found });
  };
  check("number of signals", headers.length, signals.length);
  const frames = Math.floor((signals[0]?.length ?? 0) / (headers[0]?.samplesPerFrame ?? 1));
  for (const [i, { samplesPerFrame }] of headers.entries()) {
    check(`number of samples of signal ${i}`, frames * samplesPerFrame, signals[i]!.length);
  }
}

function fits(signals: readonly Int32Array[], headers: readonly SignalHeader[]): boolean {
  return signals.every((samples, index) => {
    const { missing } = signalFormats.get(headers[index]!.format)!;
    return samples.every((value) => value === missing || Math.abs(value) < 2048);
  });
}

/** The samples of one signal with the missing sample of the format they are written in. */
function samplesFor(
  format: WrittenFormat,
  samples: Int32Array,
  { header, name, index }: { header: SignalHeader; name: string; index: number },
): Int32Array {
  const { missing } = signalFormats.get(format)!;
  const missingBefore = signalFormats.get(header.format)!.missing;
  return samples.map((value, n) => {
    if (value === missingBefore) return missing;
    if (Math.abs(value) < -missing) return value;
    const wanted = `${missing + 1} to ${-missing - 1} for format ${format}`;
    const details = {
      file: `${name}.dat`,
      part: `sample ${n} of signal ${index}`,
      wanted,
      found: value,
    };
    throw new WfdbError(`write record "${name}"`, details);
  });
}

/** All samples in the order of the file: frame by frame, signal by signal. */
function interleave(signals: readonly Int32Array[], headers: readonly SignalHeader[]): Int32Array {
  const frameSize = headers.reduce((sum, { samplesPerFrame }) => sum + samplesPerFrame, 0);
  const flat = new Int32Array(signals.reduce((sum, { length }) => sum + length, 0));
  let first = 0;
  for (const [i, samples] of signals.entries()) {
    const width = headers[i]!.samplesPerFrame;
    for (let n = 0; n < samples.length; n++) {
      flat[Math.floor(n / width) * frameSize + first + n % width] = samples[n]!;
    }
    first += width;
  }
  return flat;
}

function encode16(flat: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(flat.length * 2);
  for (let n = 0; n < flat.length; n++) {
    bytes[2 * n] = flat[n]!;
    bytes[2 * n + 1] = flat[n]! >> 8;
  }
  return bytes;
}

function encode212(flat: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(flat.length * 1.5));
  for (let n = 0, at = 0; n < flat.length; n += 2, at += 3) {
    const first = flat[n]!;
    const second = flat[n + 1] ?? 0;
    bytes[at] = first;
    bytes[at + 1] = first >> 8 & 15 | second >> 8 << 4;
    bytes[at + 2] = second; // beyond the end, and so dropped, where the last sample has no partner
  }
  return bytes;
}

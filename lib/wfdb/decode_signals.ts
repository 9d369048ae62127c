import { decodeSamples } from "./decode_samples.ts";
import type { SignalHeader } from "./parse_signal_line.ts";
import { signalFormats } from "./signal_formats.ts";
import { WfdbError } from "./wfdb_error.ts";

/** Options of {@linkcode decodeSignals}. */
export interface DecodeSignalsOptions {
  /** Frames to decode; by default (or 0) as many as the bytes hold. */
  sampleCount?: number;
  /** Name of the record, for errors. */
  name?: string;
  /** Number of the first of these signals in the record, for errors. */
  firstSignal?: number;
  /** Whether to compare initial values and checksums with the header's; true by default. */
  verify?: boolean;
}

/**
 * Decodes all signals of one signal file into raw integers, one array of `sampleCount * samplesPerFrame` for each.
 *
 * @throws {WfdbError} where the bytes are too few, or initial value or checksum are not the header's.
 */
export function decodeSignals(
  bytes: Uint8Array,
  signals: readonly SignalHeader[],
  options: DecodeSignalsOptions = {},
): Int32Array[] {
  const { name = "", firstSignal = 0, verify = true } = options;
  const first = signals[0];
  if (first === undefined) return [];
  const frameSize = signals.reduce((sum, signal) => sum + signal.samplesPerFrame, 0);
  const body = bytes.subarray(first.byteOffset);
  const { groupBytes, groupSamples } = signalFormats.get(first.format)!;
  const held = Math.floor(body.length * groupSamples / groupBytes);
  const frames = options.sampleCount || Math.floor(held / frameSize);
  if (frames * frameSize > held) {
    throw new WfdbError(`read record "${name}"`, {
      file: first.fileName,
      part: `number of samples in ${first.fileName}`,
      wanted: String(frames * frameSize),
      found: String(held),
    });
  }
  const flat = decodeSamples(body, first.format, frames * frameSize);
  const result: Int32Array[] = [];
  let offset = 0;
  for (const [index, signal] of signals.entries()) {
    const width = signal.samplesPerFrame;
    const samples = new Int32Array(frames * width);
    let sum = 0;
    for (let frame = 0, at = 0; frame < frames; frame++) {
      for (let j = 0; j < width; j++) {
        const value = flat[frame * frameSize + offset + j]!;
        samples[at++] = value;
        sum = (sum + value) | 0;
      }
    }
    offset += width;
    if (verify && signal.checksum !== undefined && options.sampleCount) {
      check(`signal ${firstSignal + index} checksum`, signal.checksum << 16 >> 16, sum << 16 >> 16);
      check(`signal ${firstSignal + index} initial value`, signal.initialValue, samples[0]!);
    }
    result.push(samples);
  }
  return result;

  function check(part: string, wanted: number, found: number): void {
    if (wanted === found) return;
    const details = { file: first!.fileName, part, wanted: String(wanted), found: String(found) };
    throw new WfdbError(`read record "${name}"`, details);
  }
}

import type { DecodeSignalsOptions } from "./decode_signals.ts";
import type { DecodedSignal } from "./decode_flac_signals.ts";
import { sampleDecoders } from "./sample_decoders.ts";
import type { SignalHeader } from "../header/parse_signal_line.ts";
import { sampleCapacity, signalFormats } from "./signal_formats.ts";
import { WfdbError } from "../wfdb_error.ts";

/**
 * Decodes the signals of a file that stores them sample by sample, or of none.
 *
 * @throws {WfdbError} where the bytes are too few.
 */
export function decodeStoredSignals(
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

/** Frames to decode; the bytes must hold them. */
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

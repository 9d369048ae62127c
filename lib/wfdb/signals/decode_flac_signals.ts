import type { DecodeSignalsOptions } from "./decode_signals.ts";
import { decodeFlac } from "../flac/decode_flac.ts";
import type { SignalHeader } from "../header/parse_signal_line.ts";
import { signalFormats } from "./signal_formats.ts";
import { WfdbError } from "../wfdb_error.ts";

/** The samples of a signal and their sum (of 32 bits). */
export interface DecodedSignal {
  samples: Int32Array;
  sum: number;
}

/**
 * Decodes the signals of a file that is a FLAC stream (formats 508, 516 and 524), each from a channel of its own.
 *
 * As in WFDB's own library all have the same number of samples per frame, the byte offset counts samples of each
 * channel, and a sample of the stream may have fewer bits than the format.
 *
 * @throws {WfdbError} where the stream is damaged, too short or not of such signals.
 */
export function decodeFlacSignals(
  bytes: Uint8Array,
  signals: readonly SignalHeader[],
  options: DecodeSignalsOptions,
): DecodedSignal[] {
  const { sampleCount = 0, name = "", maximumSamples } = options;
  const { fileName: file, byteOffset: offset, samplesPerFrame, format } = signals[0]!;
  const check = (
    part: string,
    wanted: string | number,
    found: string | number,
    isRight = false,
  ) => {
    if (isRight || wanted === found) return;
    throw new WfdbError(`read record "${name}"`, {
      file,
      part: `${part} in ${file}`,
      wanted,
      found,
    });
  };
  const other = signals.find((signal) => signal.samplesPerFrame !== samplesPerFrame);
  if (other !== undefined) {
    check("samples per frame", `${samplesPerFrame} as of all signals`, other.samplesPerFrame);
  }
  const wanted = sampleCount * samplesPerFrame;
  const stream = decodeFlac(bytes, {
    name,
    file,
    maximumSamples,
    sampleCount: wanted && wanted + offset,
  });
  check("number of channels", signals.length, stream.channels.length);
  const { bits } = signalFormats.get(format)!;
  check("bits of a sample", `at most ${bits}`, stream.bits, stream.bits <= bits);
  const held = Math.max(0, stream.channels[0]!.length - offset);
  check("number of samples", wanted * signals.length, held * signals.length, wanted <= held);
  const count = wanted || held - held % samplesPerFrame;
  return stream.channels.map((channel) => {
    const samples = channel.subarray(offset, offset + count);
    let sum = 0;
    for (let i = 0; i < count; i++) sum = sum + samples[i]! | 0;
    return { samples, sum };
  });
}

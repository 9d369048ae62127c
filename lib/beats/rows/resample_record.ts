import type { EcgRecord } from "lib/wfdb/mod.ts";
import { missingSample, recordFrequency } from "../segment_beats.ts";
import { fillMissing } from "./fill_missing.ts";

/**
 * A record at the rate that rows are cut at, its annotations moved along. A record that has it already is given back
 * as it is. Samples that were missing are still: their marks are not taken for values.
 *
 * @throws {RangeError} when its rate is not from 50 to 10,000 Hz.
 */
export function resampleRecord(record: EcgRecord): EcgRecord {
  const rate = record.header.samplingFrequency;
  if (rate === recordFrequency) return record;
  const moved = (sample: number) => sample * recordFrequency / rate;
  const signals = record.signals.map((signal) => {
    const { filled, missing } = fillMissing(record, signal);
    const even = Int32Array.from(resample(filled, { from: rate, to: recordFrequency }), Math.round);
    for (const { first, end } of missing) {
      even.fill(missingSample(record, signal)!, Math.floor(moved(first)), Math.ceil(moved(end)));
    }
    return even;
  });
  const sampleCount = signals[0]?.length ?? 0;
  return {
    ...record,
    header: { ...record.header, samplingFrequency: recordFrequency, sampleCount },
    signals,
    annotations: record.annotations.map((annotation) => ({
      ...annotation,
      sample: Math.min(
        Math.round(moved(annotation.sample)),
        Math.max(sampleCount - 1, 0),
      ),
    })),
  };
}

/**
 * A signal at another rate: a polyphase filter of a windowed sinc (Kaiser, beta 5; ten samples of the lower rate on
 * either side), as `scipy.signal.resample_poly` has it, of constant gain one at 0 Hz. Beyond its ends the signal is
 * taken to keep its end values.
 *
 * @param rates in Hz; their ratio is taken as a fraction of whole thousandths of a hertz.
 * @returns float64, as many samples as its duration holds, rounded up.
 * @throws {RangeError} when a rate is not from 50 to 10,000 Hz.
 */
export function resample(
  signal: ArrayLike<number>,
  { from, to }: { from: number; to: number },
): Float64Array {
  for (const rate of [from, to]) {
    if (rate >= 50 && rate <= 10_000) continue;
    throw new RangeError(`Cannot resample: the rate must be from 50 to 10,000 Hz but is ${rate}`);
  }
  const divisor = greatestDivisor(Math.round(from * 1000), Math.round(to * 1000));
  const up = Math.round(to * 1000) / divisor;
  const down = Math.round(from * 1000) / divisor;
  const filter = lowPass(Math.max(up, down), up);
  const half = (filter.length - 1) / 2;
  const length = Math.ceil(signal.length * up / down);
  const last = signal.length - 1;
  const result = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const centre = i * down; // among the samples of the rate that both rates divide
    const first = Math.ceil((centre - half) / up);
    const end = Math.floor((centre + half) / up);
    let sum = 0;
    for (let j = first; j <= end; j++) {
      sum += signal[j < 0 ? 0 : j > last ? last : j]! * filter[centre - j * up + half]!;
    }
    result[i] = sum;
  }
  return result;
}

/** A low-pass filter of cut-off 1 / `slower` of the Nyquist frequency and of gain `gain`. */
function lowPass(slower: number, gain: number): Float64Array {
  const half = 10 * slower;
  const beta = 5;
  const taps = Float64Array.from({ length: 2 * half + 1 }, (_, i) => {
    const x = (i - half) / slower;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * besselI0(beta * Math.sqrt(1 - ((i - half) / half) ** 2));
  });
  const sum = taps.reduce((all, tap) => all + tap, 0);
  return taps.map((tap) => tap / sum * gain);
}

/** The modified Bessel function of the first kind of order zero, by its series. */
function besselI0(x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

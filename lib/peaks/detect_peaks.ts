import { createDetector, type DetectorOptions } from "./create_detector.ts";

/**
 * The R peaks of a whole signal, by {@linkcode createDetector}.
 *
 * @param signal in any unit and of either polarity; NaN where there are no samples.
 * @returns sample numbers, ascending.
 *
 * @example
 * ```ts
 * import { detectPeaks } from "lib/peaks/mod.ts";
 * import { physicalSignal, readRecord } from "lib/wfdb/mod.ts";
 *
 * const record = await readRecord("tests/fixtures/wfdb/tiny_212");
 * const peaks = detectPeaks(physicalSignal(record, 0), { rate: record.header.samplingFrequency });
 * console.log(peaks.length);
 * ```
 */
export function detectPeaks(signal: ArrayLike<number>, options: DetectorOptions): Int32Array {
  const detector = createDetector(options);
  const peaks: number[] = [];
  const piece = Math.ceil(60 * options.rate);
  const values = ArrayBuffer.isView(signal)
    ? signal as unknown as Float64Array
    : Float64Array.from(signal);
  for (let first = 0; first < signal.length; first += piece) {
    peaks.push(...detector.push(values.subarray(first, first + piece)));
  }
  peaks.push(...detector.finish());
  return Int32Array.from(peaks);
}

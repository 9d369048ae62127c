import { type Beat, recordFrequency, segmentWithContext } from "lib/beats/mod.ts";

/**
 * The beats of R peaks as `segmentWithContext()` cuts them from annotated records, whatever found the peaks: one for
 * each, the last too.
 *
 * @param signal one lead at 360 Hz as integers, of any unit and scale.
 * @param peaks sample numbers at 360 Hz, ascending.
 * @param options With `causal`, nothing that comes after a beat is used.
 */
export function beatsOfPeaks(
  signal: Int32Array,
  peaks: ArrayLike<number>,
  options: { causal?: boolean } = {},
): Beat[] {
  const lead = "lead";
  const annotation = { subtype: 0, channel: 0, number: 0, auxiliary: "" };
  const annotations = Array.from(peaks, (sample) => ({ ...annotation, sample, symbol: "N" }));
  // A last annotation gets no row: one that is no beat stands at the end.
  annotations.push({ ...annotation, sample: Math.max(signal.length - 1, 0), symbol: "~" });
  const signalHeader = {
    fileName: "",
    format: 32, // no sample of the signal is its mark of a missing one
    samplesPerFrame: 1,
    skew: 0,
    byteOffset: 0,
    gain: 1,
    baseline: 0,
    units: "",
    adcResolution: 0,
    adcZero: 0,
    initialValue: 0,
    checksum: 0,
    blockSize: 0,
    description: lead,
  };
  const name = "recording"; // not its own: a beat of the record called 102 is moved
  const header = {
    name,
    signals: [signalHeader],
    samplingFrequency: recordFrequency,
    counterFrequency: recordFrequency,
    baseCounter: 0,
    sampleCount: signal.length,
    comments: [],
  };
  return segmentWithContext({ name, header, signals: [signal], annotations }, lead, options);
}

import type { EdfSignal } from "./parse_edf_header.ts";
import type { RecordRun } from "./place_records.ts";
import { leadUnit } from "../lead_unit.ts";
import type { Lead } from "../recording.ts";

/** Where the samples of a signal lie in the file and in time. */
export interface EdfPlace {
  /** Bytes before its first sample. */
  offset: number;
  /** Bytes from record to record. */
  stride: number;
  sampleBytes: 2 | 3;
  runs: readonly RecordRun[];
  /** Seconds of a data record. */
  duration: number;
  /** Unit that the reader of the file names. */
  unit?: string;
  /** Sentences are added to it. */
  warnings: string[];
}

/** One signal of an EDF or BDF file in physical units, NaN between its runs. */
export function readEdfLead(bytes: Uint8Array, signal: EdfSignal, place: EdfPlace): Lead {
  const { label, samplesPerRecord } = signal;
  const { offset, stride, sampleBytes, runs, duration } = place;
  // 275 samples in 1.1 s are 250 Hz, not 249.99999999999997.
  const frequency = Number((samplesPerRecord / duration).toPrecision(12));
  const { unit, step, shift, factor } = scale(signal, place);

  const starts: number[] = [];
  let length = 0;
  for (const { start, count } of runs) {
    starts.push(Math.max(length, Math.round(start * frequency)));
    length = starts.at(-1)! + count * samplesPerRecord;
  }
  const samples = new Float32Array(length).fill(NaN);
  for (const [index, { first, count }] of runs.entries()) {
    let to = starts[index]!;
    for (let record = first; record < first + count; record++) {
      let at = offset + record * stride;
      for (let i = 0; i < samplesPerRecord; i++, at += sampleBytes) {
        const low = bytes[at]! | bytes[at + 1]! << 8;
        const digital = sampleBytes === 2
          ? low << 16 >> 16
          : (low | bytes[at + 2]! << 16) << 8 >> 8;
        samples[to++] = step * (shift + digital) * factor;
      }
    }
  }
  return { name: label, unit, frequency, samples };
}

/** `step * (shift + digital) * factor` is the sample in the unit, in the order of operations of EDFlib. */
function scale(signal: EdfSignal, options: { unit?: string; warnings: string[] }) {
  const { label, physicalMinimum, physicalMaximum, digitalMinimum, digitalMaximum } = signal;
  const step = (physicalMaximum - physicalMinimum) / (digitalMaximum - digitalMinimum);
  const shift = physicalMaximum / step - digitalMaximum;
  const { unit, factor } = leadUnit(label, signal.dimension, options);
  // The largest number that 24 bits hold must stay a number in 32-bit floating point.
  const largest = Math.fround(step * (Math.abs(shift) + 2 ** 23) * factor);
  if (step !== 0 && Number.isFinite(largest)) return { unit, step, shift, factor };
  options.warnings.push(`Lead "${label}" has no usable scale; its samples are the raw numbers.`);
  return { unit: "", step: 1, shift: 0, factor: 1 };
}

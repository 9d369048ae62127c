import { fillGaps, recordFrequency, resample, type SampleRange } from "lib/beats/mod.ts";
import type { Lead } from "lib/recordings/mod.ts";

/** A lead at the rate and in the integers of the records that models learn from. */
export interface EvenSignal {
  /** At 360 Hz, without gaps, in the lead's unit. The lead's own samples where they are so. */
  even: Float32Array | Float64Array;
  /** The same as integers: in a power of ten of the unit. */
  signal: Int32Array;
  /** Stretches of the lead without samples, filled with a straight line. */
  missing: SampleRange[];
}

/** Brings a lead to 360 Hz and to integers; see {@linkcode prepareLead}, which finds its beats too. */
export function evenSignal(
  { frequency, samples }: Pick<Lead, "frequency" | "samples">,
): EvenSignal {
  const { filled, missing } = fillGaps(samples);
  const even: Float32Array | Float64Array = frequency === recordFrequency
    ? filled
    : resample(filled, { from: frequency, to: recordFrequency });
  const scale = integerScale(even);
  const signal = new Int32Array(even.length); // filled in place: from() would make a list of all first
  for (let i = 0; i < even.length; i++) signal[i] = Math.round(even[i]! * scale);
  return { even, signal, missing };
}

/**
 * The power of ten that makes the largest value a number of six digits: finer than converters are, and coarse enough
 * that rounding gives back the steps of a converter whose values went through 32 bits.
 */
function integerScale(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most > 0 ? 10 ** (5 - Math.floor(Math.log10(most))) : 1;
}

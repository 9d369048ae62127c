import { recordFrequency, type SampleRange } from "lib/beats/mod.ts";
import { detectPeaks } from "lib/peaks/mod.ts";
import type { Lead } from "lib/recordings/mod.ts";
import { evenSignal } from "./even_signal.ts";

/** A lead as beats are cut from it. */
export interface PreparedLead {
  /** R peaks: sample numbers of the lead itself, ascending. */
  peaks: Int32Array;
  /** The lead at 360 Hz as integers, without gaps: a power of ten of its unit. */
  signal: Int32Array;
  /** Stretches of the lead without samples, filled in the signal with a straight line. */
  missing: SampleRange[];
}

/** Rates in Hz: at none below can beats be told, and the detector takes those from `least` to `most`. */
const rates = { told: 50, least: 100, most: 1000 };

/**
 * Finds the R peaks of a lead and brings it to the rate and the integers of the records that models learn from.
 *
 * Peaks are looked for at the lead's own rate where the detector takes it, else at 360 Hz.
 *
 * @throws {RangeError} where the rate is below 50 Hz or above 10,000 Hz.
 */
export function prepareLead({ name, frequency, samples }: Lead): PreparedLead {
  if (!(frequency >= rates.told && frequency <= 10_000)) {
    throw new RangeError(
      `Cannot find beats in lead "${name}": wanted ${rates.told} to 10000 samples a second, found ${frequency}`,
    );
  }
  const { even, signal, missing } = evenSignal({ frequency, samples });
  const own = frequency >= rates.least && frequency <= rates.most;
  // With gaps: a step at the end of a filled one would look like a beat.
  let peaks = own ? detectPeaks(samples, { rate: frequency }) : undefined;
  if (peaks === undefined) {
    // Not the lead's own samples: at 360 Hz peaks are found above.
    const ratio = recordFrequency / frequency;
    for (const { first, end } of missing) {
      even.fill(NaN, Math.floor(first * ratio), Math.ceil(end * ratio));
    }
    peaks = detectPeaks(even, { rate: recordFrequency })
      .map((peak) => Math.min(Math.round(peak / ratio), samples.length - 1));
  }
  return { peaks, signal, missing };
}

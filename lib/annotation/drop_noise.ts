import { quantile } from "lib/metrics/mod.ts";
import { neighbourLikeness } from "./neighbour_likeness.ts";

/** Which of the peaks that were found are beats. */
export interface DroppedNoise {
  /** Places in the peaks, ascending. */
  kept: number[];
  /** How many were dropped as noise. */
  dropped: number;
}

/**
 * Medians of the likeness of the 61 peaks around a peak. Where none in a recording is as high as `highest`, no peak is a
 * beat; else those are none around which it is below `around`. In the records of DS1 the highest is .98 or more and the
 * lowest .68 (fusions and bigeminy, record 208); in noise of any colour they are .15 to .83.
 */
const least = { highest: 0.9, around: 0.65 };

/** Fewer peaks say nothing of whether they are alike. */
const fewest = 8;

/**
 * Drops peaks where a detector has found what is no heart's: in noise there are always highest points, but they are
 * not alike as beats are. See {@linkcode neighbourLikeness}.
 *
 * @param signal at 360 Hz.
 * @param peaks sample numbers, ascending.
 */
export function dropNoise(signal: Int32Array, peaks: ArrayLike<number>): DroppedNoise {
  const places = Array.from({ length: peaks.length }, (_, i) => i);
  if (peaks.length < fewest) return { kept: places, dropped: 0 };
  const likeness = neighbourLikeness(signal, peaks);
  const around = blockMedians(likeness);
  if (Math.max(...around) < least.highest) return { kept: [], dropped: peaks.length };
  const kept = places.filter((i) => around[Math.floor(i / block)]! >= least.around);
  return { kept, dropped: peaks.length - kept.length };
}

/** One median does for so many peaks. */
const block = 10;

function blockMedians(likeness: Float32Array): number[] {
  return Array.from({ length: Math.ceil(likeness.length / block) }, (_, i) => {
    const [first, end] = [i * block - 25, (i + 1) * block + 26];
    return quantile(likeness.subarray(Math.max(0, first), end), 0.5);
  });
}

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
 * Medians of the likeness below which peaks are none of beats: of all, and of the 61 around a peak. Over the records
 * of DS1 the first is .976 or more and the second .68 (ventricular bigeminy with fusions, record 208); over noise of
 * any colour the first is .27 to .69.
 */
const least = { all: 0.85, around: 0.65 };

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
  if (quantile(likeness, 0.5) < least.all && isNoiseAlone(likeness)) {
    return { kept: [], dropped: peaks.length };
  }
  const around = blockMedians(likeness);
  const kept = places.filter((i) => around[Math.floor(i / block)]! >= least.around);
  return { kept, dropped: peaks.length - kept.length };
}

/** No quarter of the peaks in a row is alike: a recording may be noise for most of its time. */
function isNoiseAlone(likeness: Float32Array): boolean {
  const span = Math.max(fewest, Math.ceil(likeness.length / 4));
  for (let first = 0; first + span <= likeness.length; first += Math.ceil(span / 4)) {
    if (quantile(likeness.subarray(first, first + span), 0.5) >= least.all) return false;
  }
  return true;
}

/** One median does for so many peaks. */
const block = 10;

function blockMedians(likeness: Float32Array): number[] {
  return Array.from({ length: Math.ceil(likeness.length / block) }, (_, i) => {
    const [first, end] = [i * block - 25, (i + 1) * block + 26];
    return quantile(likeness.subarray(Math.max(0, first), end), 0.5);
  });
}

import type { SampleRange } from "lib/beats/mod.ts";

/**
 * The time from the peak before to each peak; NaN for the first one, and where samples between the two are missing for
 * more than a tenth of a second or were noise: the heart may have beaten there.
 *
 * @param peaks sample numbers, ascending.
 * @param options `missing` are stretches without samples, in order; `places` are the peaks' numbers among all that were
 *   found, of which the others were noise; `rate` is in Hz.
 * @returns seconds, one a peak.
 */
export function rrOfPeaks(
  peaks: readonly number[],
  { missing, places, rate }: {
    missing: readonly SampleRange[];
    places: readonly number[];
    rate: number;
  },
): Float64Array {
  const gaps = missing.filter(({ first, end }) => end - first > 0.1 * rate);
  let gap = 0;
  return Float64Array.from(peaks, (peak, i) => {
    const before = peaks[i - 1];
    if (before === undefined) return NaN;
    while (gap < gaps.length && gaps[gap]!.end <= before) gap++;
    const isMissing = gap < gaps.length && gaps[gap]!.first < peak;
    return isMissing || places[i]! - places[i - 1]! > 1 ? NaN : (peak - before) / rate;
  });
}

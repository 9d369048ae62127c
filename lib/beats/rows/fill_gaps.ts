/** Samples from `first` to before `end`. */
export interface SampleRange {
  /** Sample number of the first one. */
  first: number;
  /** Sample number after the last one. */
  end: number;
}

/**
 * A signal with straight lines in place of missing samples, and where they were. At either end the nearest sample goes
 * on; a signal without any becomes zeros.
 *
 * @param samples NaN where missing; infinite values count as missing too.
 * @returns the samples themselves where none is missing: those of a day take 124 MB.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fillGaps } from "lib/beats/rows/fill_gaps.ts";
 *
 * const { filled, missing } = fillGaps(Float32Array.of(NaN, 1, NaN, NaN, 4));
 * assert.deepEqual([...filled], [1, 1, 2, 3, 4]);
 * assert.deepEqual(missing, [{ first: 0, end: 1 }, { first: 2, end: 4 }]);
 * ```
 */
export function fillGaps(
  samples: Float32Array,
): { filled: Float32Array; missing: SampleRange[] } {
  if (samples.every(Number.isFinite)) return { filled: samples, missing: [] };
  const filled = new Float32Array(samples);
  const missing: SampleRange[] = [];
  for (let i = 0; i < filled.length; i++) {
    if (Number.isFinite(filled[i])) continue;
    const first = i;
    while (i < filled.length && !Number.isFinite(filled[i])) i++;
    missing.push({ first, end: i });
    const after = filled[i] ?? filled[first - 1] ?? 0;
    const before = filled[first - 1] ?? after;
    for (let at = first; at < i; at++) {
      filled[at] = before + (after - before) * (at - first + 1) / (i - first + 1);
    }
  }
  return { filled, missing };
}

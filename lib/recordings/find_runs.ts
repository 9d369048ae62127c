/** Neighbouring samples of one value. */
export interface Run {
  /** Number of the first sample. */
  first: number;
  /** Three or more; any number where the value is NaN. */
  length: number;
  /** NaN where samples are missing. */
  value: number;
}

/** All runs of three or more equal samples, and of missing ones, in order. */
export function findRuns(samples: Float32Array): Run[] {
  const runs: Run[] = [];
  let first = 0;
  for (let i = 1; i <= samples.length; i++) {
    const value = samples[first]!;
    const same = i < samples.length &&
      (samples[i] === value || Number.isNaN(samples[i]) && Number.isNaN(value));
    if (same) continue;
    if (i - first >= 3 || Number.isNaN(value)) runs.push({ first, length: i - first, value });
    first = i;
  }
  return runs;
}

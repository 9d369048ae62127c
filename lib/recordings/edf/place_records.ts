import type { Gap } from "../recording.ts";

/** Data records that follow one another without a gap. */
export interface RecordRun {
  /** Number of the first of them. */
  first: number;
  count: number;
  /** Seconds from the first sample of the recording. */
  start: number;
}

/** The records of a file on one time axis. */
export interface RecordPlaces {
  runs: RecordRun[];
  gaps: Gap[];
  /** Records that say to begin before the one before them ends; they are put right after it. */
  overlapping: number;
}

/**
 * Puts the data records of a discontinuous file on one time axis.
 *
 * @param onsets seconds at which each record begins; undefined for one that does not say and so follows the one before.
 * @param options `duration` of a record, and the `tolerance` within which two records touch, both in seconds.
 */
export function placeRecords(
  onsets: readonly (number | undefined)[],
  options: { duration: number; tolerance: number },
): RecordPlaces {
  const { duration, tolerance } = options;
  const origin = onsets[0] ?? 0;
  const runs: RecordRun[] = [{ first: 0, count: 0, start: 0 }];
  const gaps: Gap[] = [];
  let overlapping = 0;
  for (const [index, onset] of onsets.entries()) {
    const run = runs.at(-1)!;
    const expected = run.start + run.count * duration;
    const found = onset === undefined ? expected : onset - origin;
    if (found < expected - tolerance) overlapping++;
    if (found > expected + tolerance) {
      gaps.push({ start: expected, duration: found - expected });
      runs.push({ first: index, count: 1, start: found });
    } else {
      run.count++;
    }
  }
  return { runs, gaps, overlapping };
}

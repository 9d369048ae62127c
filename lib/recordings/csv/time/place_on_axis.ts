import type { Rows } from "../table/read_rows.ts";
import { readingError } from "../../reading_error.ts";
import type { TimeAxis } from "./time_axis.ts";

/**
 * The samples of each lead on the axis, NaN in the gaps.
 *
 * @throws {Error} where gaps would add more than `maximumSamples`.
 */
export function placeOnAxis(
  { leads, count }: Rows,
  { runs, gaps }: TimeAxis,
  { name, maximumSamples = 2 ** 26 }: { name: string; maximumSamples?: number },
): Float32Array[] {
  if (runs.length === 1) return leads.map((samples) => samples.slice());
  const last = runs.at(-1)!;
  const length = last.at + count - last.first;
  if ((length - count) * leads.length > maximumSamples) {
    const seconds = Math.round(gaps.reduce((sum, { duration }) => sum + duration, 0));
    throw readingError(name, {
      wanted: `gaps of at most ${maximumSamples} samples (option maximumSamples)`,
      found: `${gaps.length} of ${seconds} seconds together`,
    });
  }
  return leads.map((samples) => {
    const placed = new Float32Array(length).fill(NaN);
    for (const [index, { first, at }] of runs.entries()) {
      placed.set(samples.subarray(first, runs[index + 1]?.first ?? count), at);
    }
    return placed;
  });
}

/** Seconds of a row on the axis. */
export function rowTime(row: number, { runs, frequency }: TimeAxis): number {
  const { first, at } = runs.findLast((run) => run.first <= row)!;
  return (at + row - first) / frequency;
}

import type { Gap } from "../../recording.ts";
import { packetAxis } from "./packet_axis.ts";
import { roundRate } from "./round_rate.ts";

/** Rows that follow one another without a gap. */
export interface RowRun {
  /** Number of the first row. */
  first: number;
  /** Its sample on the axis. */
  at: number;
}

/** The rows of a table on an axis of equal steps. */
export interface TimeAxis {
  /** Rows per second. */
  frequency: number;
  runs: RowRun[];
  gaps: Gap[];
  warnings: string[];
}

/** Options of {@linkcode timeAxis}. */
export interface TimeAxisOptions {
  /** Seconds of one unit of the times; 1 by default. */
  unit?: number;
  /** Rows per second, where they are known; gaps are then found by them. */
  frequency?: number;
}

/**
 * Finds the rate of rows from their times, and the gaps.
 *
 * Times may be rounded (to the millisecond, say) or jitter; a few rows of one time are taken as they come.
 *
 * @param times one for each row, ascending; NaN where a row has none.
 * @returns undefined where the times do not rise.
 */
export function timeAxis(times: Float64Array, options: TimeAxisOptions = {}): TimeAxis | undefined {
  const { unit = 1 } = options;
  const some = someSteps(times, unit);
  const median = some[some.length >> 1] ?? NaN;
  if (!(median > 0)) return packetAxis(times, { ...options, unit });
  const warnings: string[] = [];
  let steps = countSteps(times, { unit, limit: 1.8 * median });
  if (steps.backward > 0.001 * times.length) return undefined;
  if (steps.backward > 0) warnings.push(`The times go back ${steps.backward} times.`);
  if (steps.wide > 10 && steps.wide > 0.01 * times.length) {
    // Not that many gaps: times as they came over the air.
    steps = countSteps(times, { unit, limit: 20 * median });
    warnings.push("The times are uneven; the rows are taken as evenly spaced between gaps.");
  }
  const { even, sum, limit } = steps;
  const grain = grainOf(some.filter((step) => step <= limit), median);
  const frequency = options.frequency ?? roundRate(even / sum, { rows: even, grain });
  return { frequency, warnings, ...placeRows(times, { unit, limit, frequency }) };
}

/** Up to 10,000 differences of neighbouring times, from the least. */
function someSteps(times: Float64Array, unit: number): Float64Array {
  const stride = Math.max(1, Math.floor(times.length / 10_000));
  const steps: number[] = [];
  for (let i = 1; i < times.length; i += stride) {
    const step = (times[i]! - times[i - 1]!) * unit;
    if (!Number.isNaN(step)) steps.push(step);
  }
  return Float64Array.from(steps).sort();
}

/** Steps back, steps wider than a limit, and the number and sum of all up to it. */
function countSteps(times: Float64Array, { unit, limit }: { unit: number; limit: number }) {
  const steps = { backward: 0, wide: 0, even: 0, sum: 0, limit };
  for (let i = 1; i < times.length; i++) {
    const step = (times[i]! - times[i - 1]!) * unit;
    if (step < 0) steps.backward++;
    if (step > limit) steps.wide++;
    if (step > limit || Number.isNaN(step)) continue;
    steps.even++;
    steps.sum += step;
  }
  return steps;
}

/** The least difference of two steps that are not the same: how finely the times are written, in steps. */
function grainOf(sorted: Float64Array, median: number): number {
  let least = Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const difference = sorted[i]! - sorted[i - 1]!;
    // Less is the rounding of doubles.
    if (difference > 1e-4 * median) least = Math.min(least, difference);
  }
  return least === Infinity ? 0 : Math.min(1, least / median);
}

function placeRows(
  times: Float64Array,
  { unit, limit, frequency }: { unit: number; limit: number; frequency: number },
): { runs: RowRun[]; gaps: Gap[] } {
  const runs: RowRun[] = [{ first: 0, at: 0 }];
  const gaps: Gap[] = [];
  let known = times.findIndex((time) => !Number.isNaN(time));
  const origin = times[known]! - known / frequency / unit;
  for (let i = known + 1; i < times.length; i++) {
    if (Number.isNaN(times[i]!)) continue;
    // Rows without a time follow the one before: where a recorder notes a gap in the data, it comes after the note.
    const step = (times[i]! - times[known]!) * unit - (i - known - 1) / frequency;
    known = i;
    if (step <= limit) continue;
    const run = runs.at(-1)!;
    const end = run.at + i - run.first;
    const at = Math.round((times[i]! - origin) * unit * frequency);
    if (!(at > end)) continue;
    runs.push({ first: i, at });
    gaps.push({ start: end / frequency, duration: (at - end) / frequency });
  }
  return { runs, gaps };
}

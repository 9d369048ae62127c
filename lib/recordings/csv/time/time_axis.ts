import type { Gap } from "../../recording.ts";

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
  if (!(median > 0)) return meanAxis(times, { ...options, unit });
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

/** Where most times repeat (packets): the rate from first to last, without gaps. */
function meanAxis(
  times: Float64Array,
  { unit, frequency }: TimeAxisOptions & { unit: number },
): TimeAxis | undefined {
  const first = times.findIndex((time) => !Number.isNaN(time));
  const last = times.findLastIndex((time) => !Number.isNaN(time));
  const mean = (last - first) / ((times[last]! - times[first]!) * unit);
  if (!(mean > 0) || !Number.isFinite(mean)) return undefined;
  const warnings = [
    "Many rows have the same time; the rate is that from the first row to the last.",
  ];
  const runs = [{ first: 0, at: 0 }];
  return {
    frequency: frequency ?? roundRate(mean, { rows: last - first, grain: 0 }),
    runs,
    gaps: [],
    warnings,
  };
}

/** Rates that recorders have; of those that fit, the first is taken. */
const usualRates = [250, 500, 360, 1000, 125, 128, 256, 512, 200, 100, 400, 300, 2000, 130];

/**
 * The usual, whole or tenth rate that one stands for, where it fits the times as exactly as they are written.
 *
 * @param options `rows` and how finely the times are written, `grain`, in rows.
 */
function roundRate(rate: number, { rows, grain }: { rows: number; grain: number }): number {
  const allowed = Math.max(1.2 * grain, Math.min(0.5, 0.001 * rows));
  const rounded = [...usualRates, Math.round(rate), Math.round(rate * 10) / 10];
  return rounded.find((other) => Math.abs(rows * (1 - rate / other)) <= allowed) ?? rate;
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

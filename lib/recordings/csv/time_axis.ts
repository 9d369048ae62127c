import type { Gap } from "../recording.ts";

/** Rows that follow one another without a gap. */
export interface RowRun {
  /** Number of the first row. */
  first: number;
  /** Its sample on the axis. */
  at: number;
}

/** The rows of a table on an axis of equal steps. */
export interface TimeAxis {
  /** Rows per unit of the times. */
  frequency: number;
  runs: RowRun[];
  gaps: Gap[];
  warnings: string[];
}

/**
 * Finds the rate of rows from their times, and the gaps.
 *
 * Times may be rounded (to the millisecond, say) or jitter; a few rows of one time are taken as they come.
 *
 * @param times one for each row, ascending; NaN where a row has none.
 * @param options `frequency` where it is known; gaps are then found by it.
 * @returns undefined where the times do not rise.
 */
export function timeAxis(
  times: Float64Array,
  options: { frequency?: number | undefined } = {},
): TimeAxis | undefined {
  const { steps, median } = measureSteps(times);
  if (!(median > 0)) return meanAxis(times, options.frequency);
  const warnings: string[] = [];
  const backward = steps.filter((step) => step < 0).length;
  if (backward > 0.001 * steps.length) return undefined;
  if (backward > 0) warnings.push(`The times go back ${backward} times.`);

  let limit = 1.8 * median;
  let wide = steps.filter((step) => step > limit).length;
  if (wide > 10 && wide > 0.01 * steps.length) {
    // Not that many gaps: times as they came over the air.
    limit = 20 * median;
    wide = steps.filter((step) => step > limit).length;
    warnings.push("The times are uneven; the rows are taken as evenly spaced between gaps.");
  }
  const even = steps.filter((step) => step <= limit);
  const rate = even.length / even.reduce((sum, step) => sum + step, 0);
  const grain = grainOf(even, median);
  const frequency = options.frequency ?? roundRate(rate, { rows: even.length, grain });
  return { frequency, warnings, ...placeRows(times, { limit, frequency }) };
}

/** Differences of neighbouring times that are known, and the middle one of those above 0 and equal to it. */
function measureSteps(times: Float64Array): { steps: Float64Array; median: number } {
  const steps = new Float64Array(Math.max(0, times.length - 1));
  let length = 0;
  for (let i = 1; i < times.length; i++) {
    const step = times[i]! - times[i - 1]!;
    if (!Number.isNaN(step)) steps[length++] = step;
  }
  const known = steps.subarray(0, length);
  return { steps: known, median: known.slice().sort()[length >> 1] ?? NaN };
}

/** Where most times repeat (packets): the rate from first to last, without gaps. */
function meanAxis(times: Float64Array, frequency: number | undefined): TimeAxis | undefined {
  const first = times.findIndex((time) => !Number.isNaN(time));
  const last = times.findLastIndex((time) => !Number.isNaN(time));
  const mean = (last - first) / (times[last]! - times[first]!);
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

/** The least difference of two steps that are not the same: how finely the times are written. */
function grainOf(steps: Float64Array, median: number): number {
  const sorted = steps.slice(0, 10_000).sort();
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
  { limit, frequency }: { limit: number; frequency: number },
): { runs: RowRun[]; gaps: Gap[] } {
  const runs: RowRun[] = [{ first: 0, at: 0 }];
  const gaps: Gap[] = [];
  const origin = times[0]!;
  for (let i = 1; i < times.length; i++) {
    if (!(times[i]! - times[i - 1]! > limit)) continue;
    const run = runs.at(-1)!;
    const end = run.at + i - run.first;
    const at = Math.round((times[i]! - origin) * frequency);
    if (!(at > end)) continue;
    runs.push({ first: i, at });
    gaps.push({ start: end / frequency, duration: (at - end) / frequency });
  }
  return { runs, gaps };
}

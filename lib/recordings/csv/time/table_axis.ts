import type { Column } from "../table/find_columns.ts";
import type { Rows } from "../table/read_rows.ts";
import { markLacksFrequency, readingError } from "../../reading_error.ts";
import { findTimeUnit } from "./seconds_per.ts";
import { type TimeAxis, timeAxis } from "./time_axis.ts";

/** The axis of a table in seconds, and whether its times count from 1970. */
export interface TableAxis extends TimeAxis {
  epoch: boolean;
}

/** What is known of the rate of a table. */
export interface TableAxisOptions {
  name: string;
  /** The column of times or samples. */
  time: Column | undefined;
  /** The rate that the text says. */
  said: number | undefined;
  /** The rate that the caller gives. */
  given: number | undefined;
  /** Sentences are added to it. */
  warnings: string[];
}

/**
 * The rate and gaps of a table's rows: the rate given, else said, else that of the times.
 *
 * @throws {Error} where there is no rate.
 */
export function tableAxis({ times }: Rows, options: TableAxisOptions): TableAxis {
  const { name, time, said, given, warnings } = options;
  const known = given ?? said;
  if (given !== undefined && said !== undefined && differ(given, said)) {
    warnings.push(
      `The file says ${show(said)} Hz; the ${show(given)} Hz that were given are used.`,
    );
  }
  const even = (frequency: number): TableAxis => (
    { frequency, runs: [{ first: 0, at: 0 }], gaps: [], warnings: [], epoch: false }
  );
  const none = (found: string) =>
    markLacksFrequency(
      readingError(name, { wanted: "a rate (option frequency) or a column of times", found }),
    );
  const notRising = `a column "${time?.name}" that does not rise`;
  if (times === undefined || time === undefined) {
    if (known === undefined) throw none(time === undefined ? "neither" : notRising);
    return even(known);
  }

  const counts = time.kind === "sample";
  if (counts && known === undefined) {
    throw none(`only numbers of samples ("${time.name}")`);
  }
  const unit = counts
    ? { seconds: 1 / (known! * usualStep(times)), epoch: false, guessed: false }
    : time.kind === "clock"
    ? { seconds: 1, epoch: false, guessed: false }
    : findTimeUnit(time.unit, times.find((at) => !Number.isNaN(at))!, usualStep(times));
  const own = timeAxis(times, { unit: unit.seconds });
  if (own === undefined) {
    if (known === undefined) throw none(notRising);
    if (!counts) warnings.push("The column of times does not rise; it is ignored.");
    return even(known);
  }
  if (known === undefined && unit.guessed && unit.seconds !== 1) {
    const called = unit.seconds === 1e-3 ? "ms" : unit.seconds === 1e-6 ? "µs" : "ns";
    warnings.push(
      `The times have no unit; in ${called}, they make ${show(own.frequency)} Hz.`,
    );
  }
  if (known !== undefined && differ(known, own.frequency)) {
    warnings.push(
      `By its times the file has ${show(own.frequency)} Hz; the ${show(known)} Hz ` +
        `${given === undefined ? "it says" : "that were given"} are used.`,
    );
    return even(known);
  }
  const axis = known === undefined
    ? own
    : timeAxis(times, { unit: unit.seconds, frequency: known })!;
  warnings.push(...axis.warnings);
  return { ...axis, epoch: unit.epoch };
}

/** The middle difference of neighbouring times at the beginning, the mean where most are the same; 1 without one. */
function usualStep(times: Float64Array): number {
  const some = times.subarray(0, 2000).filter((time) => !Number.isNaN(time));
  const steps = Array.from(some.subarray(1), (time, i) => time - some[i]!).sort((a, b) => a - b);
  const middle = steps[steps.length >> 1] ?? 0;
  const mean = (some.at(-1)! - some[0]!) / steps.length;
  return middle > 0 ? middle : mean > 0 ? mean : 1;
}

function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > 0.02 * Math.max(a, b);
}

function show(rate: number): number {
  return Number(rate.toPrecision(5));
}

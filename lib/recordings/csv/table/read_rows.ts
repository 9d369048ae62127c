import { type Dialect, splitFields } from "./dialect.ts";
import type { Column } from "./find_columns.ts";
import { parseNumber } from "../parse_number.ts";
import { isMonthFirst } from "../time/is_month_first.ts";
import { parseTime } from "../time/parse_time.ts";

/** The rows of a table by columns. */
export interface Rows {
  count: number;
  /** Samples of each lead in the numbers of the file, NaN where missing. */
  leads: Float32Array[];
  /** Numbers of the column of times or samples; seconds of a clock; NaN where a row has none. */
  times: Float64Array | undefined;
  /** First text of the column of times. */
  firstTime: string;
  /** Whether its dates have the month first. */
  monthFirst: boolean;
  /** Texts of the columns of notes, at the rows where they change. */
  notes: { row: number; text: string }[];
  /** Rows that are not written as the others. */
  damaged: number;
  /** Whether the text ends within a row. */
  cut: boolean;
}

/** Where and how the rows of a table are written. */
export interface ReadRowsOptions {
  dialect: Dialect;
  columns: readonly Column[];
  time: Column | undefined;
  /** Place in the text where the rows begin. */
  dataStart: number;
}

/** Reads the rows of a table from `dataStart` on. */
export function readRows(text: string, options: ReadRowsOptions): Rows {
  const { dialect: { delimiter, decimalComma }, columns, time, dataStart } = options;
  const leadColumns = columns.filter(({ kind }) => kind === "lead");
  const noteColumns = columns.filter(({ kind }) => kind === "text");
  const lastTexts = noteColumns.map(() => "");
  const capacity = countLines(text, dataStart);
  const leads = leadColumns.map(() => new Float32Array(capacity));
  const times = time === undefined ? undefined : new Float64Array(capacity);
  const monthFirst = time?.kind === "clock" && isMonthFirst(...endTimes(text, options));
  const readTime = time?.kind === "clock"
    ? clockReader({ monthFirst })
    : (field: string) => parseNumber(field, decimalComma);
  const rows = { firstTime: "", monthFirst, notes: [] as Rows["notes"], damaged: 0, cut: false };
  const wanted = 1 + Math.max(...leadColumns.map(({ index }) => index), time?.index ?? 0);
  const simple = delimiter !== "" && delimiter !== " ";

  let count = 0;
  let lastIsDamaged = false;
  for (let at = dataStart; at < text.length;) {
    const end = text.indexOf("\n", at);
    const stop = end < 0 ? text.length : end;
    const line = text.slice(at, stop);
    at = stop + 1;
    if (line.length < 2 && line.trim() === "") continue;
    const fields = simple && !line.includes('"') && !line.includes("'")
      ? line.split(delimiter)
      : splitFields(line, delimiter);
    if (fields.length === 1 && line.trim() === "") continue;
    lastIsDamaged = fields.length < wanted;
    // Without iterators: this is where the time goes.
    for (let i = 0; i < leadColumns.length; i++) {
      const value = parseNumber(fields[leadColumns[i]!.index] ?? "", decimalComma);
      if (value === undefined) lastIsDamaged = true;
      leads[i]![count] = value ?? NaN;
    }
    if (time !== undefined) {
      const field = fields[time.index] ?? "";
      const value = readTime(field);
      if (value === undefined) lastIsDamaged = true;
      times![count] = value ?? NaN;
      if (rows.firstTime === "") rows.firstTime = field;
    }
    for (let i = 0; i < noteColumns.length; i++) {
      const note = (fields[noteColumns[i]!.index] ?? "").trim();
      if (note !== "" && note !== lastTexts[i]) rows.notes.push({ row: count, text: note });
      lastTexts[i] = note;
    }
    if (lastIsDamaged) rows.damaged++;
    count++;
  }
  // A row that nothing follows was cut off.
  if (lastIsDamaged) {
    rows.cut = true;
    rows.damaged--;
    count--;
  }
  const kept = leads.map((samples) => samples.subarray(0, count));
  return { ...rows, count, leads: kept, times: times?.subarray(0, count) };
}

function countLines(text: string, start: number): number {
  let count = 1;
  for (let at = text.indexOf("\n", start); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** What the first and the last row have in the column of times; the last may be cut off, so it is the one before. */
function endTimes(
  text: string,
  { dialect: { delimiter }, time, dataStart }: Pick<
    ReadRowsOptions,
    "dialect" | "time" | "dataStart"
  >,
): [first: string, last: string] {
  const data = Math.max(dataStart, text.length - 2000);
  const [first, last] = [text.slice(dataStart, dataStart + 2000), text.slice(data)].map((part) =>
    part.split("\n").filter((line) => line.trim() !== "")
  ) as [string[], string[]];
  const timeOf = (line = "") => splitFields(line, delimiter)[time!.index] ?? "";
  return [timeOf(first[0]), timeOf(last.at(-2))];
}

/** Reads times of a clock, which begins anew at midnight. */
function clockReader(order: { monthFirst: boolean }): (field: string) => number | undefined {
  let last = -Infinity;
  let days = 0;
  return (field) => {
    const time = parseTime(field, order);
    if (time === undefined) return field.trim() === "" ? NaN : undefined;
    if (time.iso === undefined && time.seconds < last - 43_200) days++;
    last = time.seconds;
    return time.seconds + 86_400 * days;
  };
}

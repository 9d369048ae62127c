import type { Column } from "../table/find_columns.ts";
import type { Rows } from "../table/read_rows.ts";
import { parseTime } from "./parse_time.ts";
import { findTimeUnit } from "./seconds_per.ts";
import type { TableAxis } from "./table_axis.ts";

/** Date and time that the first row's own time tells as ISO 8601; undefined where it tells no date. */
export function startOf(
  { firstTime, monthFirst }: Pick<Rows, "firstTime" | "monthFirst">,
  time: Column | undefined,
  { epoch, frequency }: TableAxis,
): string | undefined {
  if (time?.kind === "clock") return parseTime(firstTime, { monthFirst })?.iso;
  if (time?.kind !== "time" || !epoch) return undefined;
  const value = Number(firstTime.replace(",", "."));
  const { seconds } = findTimeUnit(time.unit, value, 1 / frequency);
  const moment = new Date(value * seconds * 1000);
  return Number.isFinite(moment.getTime()) ? moment.toISOString() : undefined;
}

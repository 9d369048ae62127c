import type { Dialect } from "../table/dialect.ts";
import type { Column } from "../table/find_columns.ts";
import { parseNumber } from "../parse_number.ts";
import { parseTime } from "./parse_time.ts";

/**
 * The column that tells best when each row was: of those that hold times, the one whose steps are most even; else one
 * that counts samples; else one of times that do not rise; undefined where there is neither.
 */
export function chooseTime(
  columns: readonly Column[],
  rows: readonly string[][],
  { decimalComma }: Pick<Dialect, "decimalComma">,
): Column | undefined {
  const unevenness = (column: Column) => {
    const values = rows.map((row) => {
      const field = row[column.index] ?? "";
      if (column.kind === "clock") return parseTime(field)?.seconds ?? NaN;
      return parseNumber(field, decimalComma) ?? NaN;
    });
    const steps = values.slice(1).map((value, i) => value - values[i]!)
      .filter((step) => !Number.isNaN(step));
    const rising = steps.filter((step) => step > 0).sort((a, b) => a - b);
    const median = rising[rising.length >> 1];
    if (median === undefined) return Infinity;
    return steps.filter((step) => Math.abs(step - median) > 0.51 * median).length / steps.length;
  };
  const best = (kinds: Column["kind"][], worst: number) =>
    columns.filter(({ kind }) => kinds.includes(kind))
      .map((column) => ({ column, uneven: unevenness(column) }))
      .filter(({ uneven }) => uneven <= worst)
      .sort((a, b) => a.uneven - b.uneven)[0]?.column;
  return best(["time", "clock"], 1) ?? best(["sample"], 0.5) ?? best(["time", "clock"], Infinity);
}

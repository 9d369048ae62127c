import { parseTime } from "./parse_time.ts";

/**
 * Whether dates such as 03/04/2019 have the month first: where rows span less time that way, as they do across midnight.
 *
 * @param first the time of the first row, as written.
 * @param last that of the last.
 */
export function isMonthFirst(first: string, last: string): boolean {
  const span = (monthFirst: boolean) => {
    const [from, to] = [first, last].map((text) => parseTime(text, { monthFirst })?.seconds ?? NaN);
    return to! - from!;
  };
  const [usual, other] = [span(false), span(true)];
  return other >= 0 && (usual < 0 || other < usual);
}

import { rowLength } from "lib/beats/mod.ts";

/** What a file's first line says of its columns, as pandas writes it. */
export interface BeatColumns {
  /** Whether the line is a header, and no beat. */
  header: boolean;
  /** Whether the first column is the rows' number, which pandas leaves without a name in a header. */
  numbered: boolean;
}

/**
 * Tells a header from a beat: names, or the columns' numbers from 0 on or from 1 on.
 *
 * @param line The first line of a CSV file.
 */
export function beatColumns(line: string): BeatColumns {
  const fields = line.trim().split(",").map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
  const numbered = fields[0] === "" && fields.length > rowLength;
  const names = fields.slice(numbered ? 1 : 0).slice(0, rowLength);
  const counted = [0, 1].some((first) => names.every((name, i) => name === `${i + first}`));
  const words = names.every((name) => name !== "" && Number.isNaN(Number(name)));
  const header = names.length > 1 && (counted || words);
  return { header, numbered: header && numbered };
}

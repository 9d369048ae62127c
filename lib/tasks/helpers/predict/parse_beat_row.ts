import { aamiClasses, rowLength } from "lib/beats/mod.ts";

/** A line of a user's CSV file. */
export interface BeatRow {
  /** 187 values from 0 to 1. */
  values: number[];
  /** The label in the column after the values, 0 to 4; undefined where there is none. */
  label: number | undefined;
}

/**
 * Reads a line of 187 numbers, with or without a label after them.
 *
 * @param place What to call the line in errors, for instance "beats.csv, line 3".
 * @throws {Error} When it has other columns, something else than a number, or a value beyond 0 to 1.
 */
export function parseBeatRow(line: string, place: string): BeatRow {
  const fields = line.trim().split(",");
  if (fields.length !== rowLength && fields.length !== rowLength + 1) {
    throw new Error(
      `Cannot read a beat from ${place}: wanted ${rowLength} values, or those and a label, ` +
        `found ${fields.length === 1 ? "1 column" : `${fields.length} columns`}`,
    );
  }
  const numbers = fields.map((field) => field.trim() === "" ? NaN : Number(field));
  const values = numbers.slice(0, rowLength);
  const label = numbers[rowLength];
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong >= 0) {
    throw new Error(
      `Cannot read a beat from ${place}: column ${wrong + 1} must be a number from 0 to 1 but is ` +
        JSON.stringify(fields[wrong]!.slice(0, 40)),
    );
  }
  if (label !== undefined && aamiClasses[label] === undefined) {
    throw new Error(
      `Cannot read a beat from ${place}: the label must be a whole number from 0 to ` +
        `${aamiClasses.length - 1} but is ${JSON.stringify(fields[rowLength]!.slice(0, 40))}`,
    );
  }
  return { values, label };
}

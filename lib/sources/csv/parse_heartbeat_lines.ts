import { aamiClasses, rowLength } from "lib/beats/mod.ts";
import { HeartbeatCsvError, type HeartbeatCsvPlace } from "./heartbeat_csv_error.ts";
import { fixedValueLength, parseFixedValue } from "./parse_fixed_value.ts";
import { parseFloat32 } from "./parse_float32.ts";

/** Heartbeat rows read so far; the arrays have room for more than `count` rows. */
export interface HeartbeatRows {
  count: number;
  /** 187 values a row. */
  values: Float32Array;
  /** One label a row, 0 to 4. */
  labels: Uint8Array;
  /** Lines of a header before the rows; 0 by default. */
  headerLines?: number;
  /** Whether a number of the row stands before its values, as pandas writes it; false by default. */
  numbered?: boolean;
}

const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads whole lines of a heartbeat CSV file and appends their rows.
 *
 * @param bytes Whole lines; the last may lack its line end.
 * @param rows The rows of the lines before: their count gives the line numbers of errors.
 * @param path The file's path, for errors.
 * @throws {HeartbeatCsvError} when a line does not have 187 numbers and a label from 0 to 4.
 */
export function parseHeartbeatLines(bytes: Uint8Array, rows: HeartbeatRows, path: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let offset = 0;
  while (offset < bytes.length) {
    if (rows.count === rows.labels.length) makeRoom(rows);
    offset = parseLine(view, bytes, offset, rows, path);
    rows.count++;
  }
}

/** Reads the line at `first` into row `rows.count` and returns where the next line starts. */
function parseLine(
  view: DataView,
  bytes: Uint8Array,
  first: number,
  rows: HeartbeatRows,
  path: string,
): number {
  const firstValue = rows.count * rowLength;
  const place = { path, line: (rows.headerLines ?? 0) + rows.count + 1 };
  const start = rows.numbered ? afterComma(bytes, first) : first;
  let offset = start;
  for (let column = 0; column <= rowLength; column++) {
    let end = offset + fixedValueLength;
    let value = end < bytes.length ? parseFixedValue(view, offset) : NaN;
    if (value !== value || !isFieldEnd(bytes[end])) {
      end = fieldEnd(bytes, offset);
      value = parseFloat32(decoder.decode(bytes.subarray(offset, end)));
    }
    const isLast = column === rowLength;
    if (value !== value || !(isLast ? isLineEnd(bytes, end) : bytes[end] === comma)) {
      throw lineError(bytes, start, place);
    }
    if (!isLast) rows.values[firstValue + column] = value;
    else rows.labels[rows.count] = checkedLabel(value, place);
    offset = end + 1;
    if (bytes[end] === carriageReturn) offset++;
  }
  return offset;
}

const decoder = new TextDecoder();

/** Where the second field of a line starts; the line itself where it has none. */
function afterComma(bytes: Uint8Array, start: number): number {
  const end = fieldEnd(bytes, start);
  return bytes[end] === comma ? end + 1 : start;
}

function isFieldEnd(byte: number | undefined): boolean {
  return byte === comma || byte === lineFeed || byte === carriageReturn;
}

function fieldEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && !isFieldEnd(bytes[end])) end++;
  return end;
}

/** LF, CR LF, or the file's end instead of LF. */
function isLineEnd(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end] === carriageReturn ? bytes[end + 1] : bytes[end];
  return last === lineFeed || last === undefined;
}

function checkedLabel(value: number, place: HeartbeatCsvPlace): number {
  if (aamiClasses[value] !== undefined) return value;
  throw new HeartbeatCsvError(
    { ...place, column: rowLength + 1 },
    `the label must be a whole number from 0 to ${aamiClasses.length - 1} but is ${value}`,
  );
}

/**
 * What is wrong with a line: the number of its columns, else the first of them that is not a
 * number.
 */
function lineError(
  bytes: Uint8Array,
  start: number,
  place: HeartbeatCsvPlace,
): HeartbeatCsvError {
  const end = bytes.indexOf(lineFeed, start);
  const text = decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
  const fields = text.replace(/\r$/, "").split(",");
  if (fields.length !== rowLength + 1) {
    const columns = fields.length === 1 ? "1 column" : `${fields.length} columns`;
    const wanted = `${rowLength} values and a label`;
    return new HeartbeatCsvError(place, `a line must have ${wanted} but has ${columns}`);
  }
  const column = fields.findIndex((field) => Number.isNaN(parseFloat32(field)));
  const found = JSON.stringify(fields[column]!.slice(0, 40));
  return new HeartbeatCsvError(
    { ...place, column: column + 1 },
    `must be a number but is ${found}`,
  );
}

function makeRoom(rows: HeartbeatRows): void {
  const room = Math.max(1024, rows.labels.length * 2);
  const { values, labels } = rows;
  rows.values = new Float32Array(room * rowLength);
  rows.values.set(values);
  rows.labels = new Uint8Array(room);
  rows.labels.set(labels);
}

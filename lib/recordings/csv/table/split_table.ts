import { type Dialect, findDialect, splitFields } from "./dialect.ts";
import { parseNumber } from "../parse_number.ts";
import { parseTime } from "../time/parse_time.ts";
import { quoted, readingError } from "../../reading_error.ts";

/** A table cut into what stands before the data and the data. */
export interface SplitTable {
  dialect: Dialect;
  /** Lines before the data. */
  preamble: string[];
  /** Place in the text where the data begins. */
  dataStart: number;
  /** Fields of some rows of data. */
  rows: string[][];
}

const mostPreambleLines = 1000;

/**
 * Finds where the data of a table begins and how it is written.
 *
 * @throws {Error} where there are no lines of numbers.
 */
export function splitTable(text: string, name: string): SplitTable {
  const last = lastLines(text);
  const isData = (line: string) =>
    /\d/.test(line) && !/[a-df-z]{3}/i.test(line.replace(/nan|inf|null/gi, ""));
  const head = linesFrom(text, 0, mostPreambleLines);
  const header =
    head.slice(0, 1 + head.findLastIndex(({ line }) => /[a-z]{2}/i.test(line) && !isData(line)))
      .at(-1)?.line ?? "";
  const dialect = findDialect(last, isSentence(header) ? "" : header);
  const sample = last.map((line) => splitFields(line, dialect.delimiter));
  const widths = sample.map(({ length }) => length).sort((a, b) => a - b);
  const width = widths[widths.length >> 1]!;
  const isNumber = (field: string) => parseNumber(field, dialect.decimalComma) !== undefined;
  const isTime = (field: string) => parseTime(field) !== undefined;
  // What the fields of each column are: numbers, times, or anything.
  const profile = Array.from({ length: width }, (_, index) => {
    const fields = sample.map((fields) => fields[index] ?? "");
    return [isNumber, isTime].find((test) => {
      const fitting = fields.filter(test);
      return fitting.length >= 0.6 * fields.length && fitting.some((field) => /\d/.test(field));
    });
  });
  const suit = (fields: readonly string[]) =>
    profile.every((test, i) =>
      test === undefined || fields[i] === undefined || test(fields[i]) || isNumber(fields[i])
    );
  const fits = (line: string) => {
    const fields = splitFields(line, dialect.delimiter);
    return fields.length >= width - 1 && fields.length <= width + 1 && suit(fields) &&
      fields.some((field) => isNumber(field) && /\d/.test(field));
  };
  // Rows without a sample: NaN or the like.
  const lacks = (line: string) => {
    const fields = splitFields(line, dialect.delimiter);
    return fields.length === width && suit(fields) &&
      fields.some((field) => isNumber(field) && /^([^-]|-$)/.test(field));
  };
  let first = head.findIndex(({ line }) => fits(line));
  while (first > 0 && lacks(head[first - 1]!.line)) first--;
  if (!profile.includes(isNumber) || first < 0) {
    const found = head.find(({ line }) => line.trim() !== "")?.line.trim();
    const shown = found === undefined ? "no text" : `${quoted(found)} and no such line`;
    throw readingError(name, { wanted: "lines of numbers", found: shown });
  }
  const dataStart = head[first]!.at;
  const rows = linesFrom(text, dataStart, 200).map(({ line }) => line).filter(fits)
    .map((line) => splitFields(line, dialect.delimiter));
  return { dialect, preamble: head.slice(0, first).map(({ line }) => line), dataStart, rows };
}

/** Some lines that hold data if any do: of the last ones without the very last, which may be cut off. */
function lastLines(text: string): string[] {
  const lines = text.slice(Math.max(0, text.length - 8000)).split("\n")
    .filter((line) => line.trim() !== "");
  const whole = lines.length > 3 ? lines.slice(text.length > 8000 ? 1 : 0, -1) : lines;
  return whole.slice(-Math.min(50, Math.max(3, Math.floor(whole.length / 3))));
}

/** Up to `count` lines from a place in the text, and where each begins. */
function linesFrom(text: string, start: number, count: number): { line: string; at: number }[] {
  const lines: { line: string; at: number }[] = [];
  for (let at = start; at < text.length && lines.length < count;) {
    const end = text.indexOf("\n", at);
    const stop = end < 0 ? text.length : end;
    lines.push({ line: text.slice(at, stop), at });
    at = stop + 1;
  }
  return lines;
}

/** Whether a line says something of the whole table, as `Unit,µV` does, and names no columns. */
function isSentence(line: string): boolean {
  const [key = "", value = ""] = line.split(",");
  return parseTime(line) !== undefined ||
    /^(unit|einheit|unit[eéà]|unidad|lead)/i.test(key.trim()) ||
    /[µμ]V\s*$/.test(value) && !/time|sample/i.test(key);
}

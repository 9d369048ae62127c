import { findDialect, splitFields } from "./dialect.ts";
import { parseNumber } from "../parse_number.ts";
import { parseTime } from "../time/parse_time.ts";

/** A table whose samples stand one a line. */
export interface TurnedTable {
  text: string;
  /** What was done, as sentences. */
  warnings: string[];
}

/** A line holds a lead from here on; the beats of data sets, one a line, are shorter. */
const leastSamples = 500;
/** More such lines are beats or pieces. */
const mostLines = 16;
const mostLinesOfText = 1000;

/** One line of samples: what stands before or after them, and they. */
interface WideLine {
  labels: string[];
  samples: string[];
  /** Number of the field in which samples begin. */
  first: number;
}

/**
 * Turns a table whose samples stand along lines, a lead each, into one with a lead a column; undefined for other tables.
 *
 * What stands on the line beside the samples becomes a line of key and value, the key being the name of that column:
 * so exports are read that have a recording a line, with its start, rate and classification. Of several of these the
 * first is taken.
 */
export function turnTable(text: string): TurnedTable | undefined {
  const lines = shortTable(text);
  const isWide = (line: string) =>
    line.length > 2 * leastSamples && numbersIn(line) >= leastSamples;
  const wide = lines?.filter(isWide) ?? [];
  if (lines === undefined || wide.length === 0 || wide.length > mostLines) return undefined;
  const head = lines.slice(0, lines.indexOf(wide[0]!));
  const { delimiter, decimalComma } = findDialect(wide, "");
  const names = splitFields(head.at(-1) ?? "", delimiter);
  const parsed = wide.map((line) =>
    splitLine(splitFields(line, delimiter), { decimalComma, names: names.length })
  );
  const warnings: string[] = [];
  const areRecordings = parsed.length > 1 &&
    parsed.every(({ labels }) => labels.some((label) => parseTime(label) !== undefined));
  const taken = areRecordings ? parsed.slice(0, 1) : parsed;
  if (areRecordings) {
    warnings.push(`The file has ${parsed.length} recordings, one a line: the first is read.`);
  }
  const isNamed = names.length > 1 && taken[0]!.labels.length > 0;
  const facts = isNamed
    ? taken[0]!.labels.map((label, i) => `${names[i]}: ${label}`).filter((_, i) =>
      names[i] !== undefined && taken[0]!.labels[i] !== ""
    )
    : [];
  const leads = taken.map(({ labels, first }, i) =>
    (isNamed && taken.length === 1 ? names[first] : labels.find(isName)) ??
      (taken.length === 1 ? "ECG" : `line ${i + 1}`)
  );
  const length = Math.max(...taken.map(({ samples }) => samples.length));
  const point = (field: string) => decimalComma ? field.replace(",", ".") : field;
  const rows = Array.from(
    { length },
    (_, i) => taken.map(({ samples }) => point(samples[i] ?? "NaN")).join("\t"),
  );
  const before = isNamed ? head.slice(0, -1) : head;
  return { text: [...before, ...facts, leads.join("\t"), ...rows, ""].join("\n"), warnings };
}

/** The lines of a text that has few; undefined where it has many. */
function shortTable(text: string): string[] | undefined {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (++count > mostLinesOfText) return undefined;
  }
  return text.split("\n").map((line) => line.trimEnd()).filter((line) => line.trim() !== "");
}

/** Numbers of a line as far as signs between them tell. */
function numbersIn(line: string): number {
  let count = 0;
  for (const _ of line.matchAll(/(?<![\w.])[-+]?\d[\d.]*(e[-+]?\d+)?(?![\w.])/gi)) {
    if (++count === leastSamples) break;
  }
  return count;
}

/** The samples of a line: those listed within one field, else the fields from where numbers begin. */
function splitLine(
  fields: readonly string[],
  { decimalComma, names }: { decimalComma: boolean; names: number },
): WideLine {
  const listed = fields.findIndex((field) => numbersIn(field) >= leastSamples);
  if (listed >= 0) {
    const samples = fields[listed]!.replace(/^[[({\s]+|[\])}\s]+$/g, "").split(/\s*[,;|]\s*|\s+/);
    return { labels: fields.map((field, i) => i === listed ? "" : field), samples, first: listed };
  }
  const isNumber = (field: string) => parseNumber(unwrap(field), decimalComma) !== undefined;
  const text = fields.slice(0, leastSamples / 2).findLastIndex((field) => !isNumber(field));
  // Where columns are named, samples begin at the last name: numbers before have other names.
  const first = names > 1 && names <= fields.length - leastSamples / 2
    ? Math.max(names - 1, text + 1)
    : text + 1;
  const samples = fields.slice(first).map(unwrap);
  while (samples.at(-1) === "") samples.pop();
  return { labels: fields.slice(0, first), samples, first };
}

function unwrap(field: string): string {
  return field.replace(/^[[({"'\s]+|[\])}"'\s]+$/g, "");
}

/** Whether a label may be the name of a lead. */
function isName(label: string): boolean {
  return /[A-Za-z]/.test(label) && label.length < 40 && parseTime(label) === undefined;
}

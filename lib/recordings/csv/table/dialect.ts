import { parseNumber } from "../parse_number.ts";
import { parseTime } from "../time/parse_time.ts";

/** How the lines of a table are written. */
export interface Dialect {
  /** Between fields: `","`, `";"`, `"\t"`, `"|"`, `" "` for any white space, or `""` in a table of one column. */
  delimiter: string;
  /** Whether 1/2 is written `0,5`. */
  decimalComma: boolean;
}

const date = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/;
const commaNumber = /^[-+]?\d*,\d+(e[-+]?\d+)?$/i;

/**
 * The dialect of lines that hold data.
 *
 * @param lines from the middle of the table, without those that are empty.
 * @param header the last line before the data, `""` without one; it tells `0,5` the number from `0,5` two fields.
 */
export function findDialect(lines: readonly string[], header: string): Dialect {
  const bare = lines.map((line) => line.replace(/"[^"]*"|'[^']*'/g, "q").trim());
  const common = (part: RegExp) =>
    bare.filter((line) => part.test(line)).length >= 0.8 * bare.length;
  const delimiter = ["\t", ";", "|"].find((mark) => common(new RegExp(`\\${mark}`))) ??
    (common(/,/) && !isDecimal(bare, header) ? "," : common(/\S\s+\S/) ? " " : "");
  const fields = lines.flatMap((line) => splitFields(line, delimiter));
  return { delimiter, decimalComma: fields.some((field) => commaNumber.test(field)) };
}

/** The fields of a line, without quotes and the space around. */
export function splitFields(line: string, delimiter: string): string[] {
  if (delimiter === "") return [unquote(line)];
  const quoted = line.includes('"') || line.includes("'");
  if (delimiter === " ") {
    const parts = quoted ? line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [] : line.trim().split(/\s+/);
    return parts.map(unquote);
  }
  if (!quoted) return line.split(delimiter).map((field) => field.trim());
  const between = delimiter === "|" || delimiter === "\t" ? `\\${delimiter}` : delimiter;
  const field = new RegExp(`(?:\\s*("[^"]*"|'[^']*')\\s*|([^${between}]*))(?:${between}|$)`, "y");
  const fields: string[] = [];
  while (field.lastIndex < line.length || fields.length === 0) {
    const match = field.exec(line);
    // A quote in the middle of a field: it means nothing then.
    if (match === null) return line.split(delimiter).map(unquote);
    fields.push(unquote(match[1] ?? match[2]!));
    if (field.lastIndex === line.length && !match[0].endsWith(delimiter)) return fields;
  }
  return [...fields, ""];
}

function unquote(field: string): string {
  const text = field.trim();
  const quote = text[0];
  const whole = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return whole ? text.slice(1, -1).trim() : text;
}

/** Whether commas, which nearly all lines have, stand within numbers and not between fields. */
function isDecimal(lines: readonly string[], header: string): boolean {
  const parts = lines.map((line) => line.split(/\s+/));
  const isPlain = (part: string) =>
    !/\d\.\d|^[-+]?,|,$/.test(part) && parseNumber(part, true) !== undefined;
  const isOther = (part: string) => parseTime(part) !== undefined || date.test(part);
  if (!parts.every((line) => line.every((part) => isPlain(part) || isOther(part)))) return false;
  // At the end of a line, 10:02:12,5 may be a time or be followed by a 5.
  const isWithin = (part: string, at: number, line: string[]) =>
    commaNumber.test(part) || part.includes(",") && at < line.length - 1;
  if (!parts.some((line) => line.some(isWithin))) return false;
  if (lines.some((line) => /\s/.test(line))) return true;
  // One comma a line: a number, or two whole numbers.
  if (header !== "") return splitFields(header, ",").length !== 2;
  if (lines.some((line) => !line.includes(","))) return true;
  const [left, right] = [0, 1].map((i) => lines.map((line) => line.split(",")[i]!)) as [
    string[],
    string[],
  ];
  const steps = left.slice(1).map((text, i) => Number(text) - Number(left[i]));
  if (steps.length > 0 && steps[0]! > 0 && steps.every((step) => step === steps[0])) return false;
  return right.every((text) => text.length === right[0]!.length) && right[0]!.length > 1;
}

import { type Dialect, splitFields } from "./table/dialect.ts";
import { parseTime } from "./time/parse_time.ts";
import { secondsPer } from "./time/seconds_per.ts";
import { millivoltsPer } from "../millivolts_per.ts";
import { parseRate } from "./parse_rate.ts";
import { readStep } from "./read_step.ts";

/** What the lines before the data of a table say. */
export interface Preamble {
  /** Names of the columns; empty where there are none. */
  names: string[];
  /** Units of the columns, `""` where there is none. */
  units: string[];
  /** Samples per second. */
  frequency: number | undefined;
  /** Unit of all voltages, `""` where there is none. */
  unit: string;
  /** Millivolts of one step of the recorder. */
  step: number | undefined;
  /** Name of the only lead, as in Apple Health's export. */
  lead: string | undefined;
  start: string | undefined;
}

const unitOfTime =
  /^(s|sec|seconds?|sek|ms|msec|milliseconds?|[uµμ]s|microseconds?|ns|nanoseconds?)$/i;
const formatOfTime = /^[hH]*:?m+:s+([.,].*)?$|^yyyy|^dd?[./-]mm/i;
const rateOfOther =
  /heart|pulse|puls|herz|filter|pass\b|notch|bandwidth|mains|cut-?off|average|bpm/i;
const rateName =
  /(sampl\w*[ _-]*(?:rate|freq\w*)|sampling|abtastrate|messrate|frequen\w*|fr[ée]quence\w*|frecuencia\w*|\bfs\b|\brate\b|\bsps\b)[^\d]{0,20}?(\d+(?:[.,]\d+)?)\s*(k)?/i;
const rateValue = /(\d+(?:[.,]\d+)?)\s*(k)?(?:hertz|hz|sps|samples?\s*(?:\/|per )\s*s)/i;
const interval = /interval[^\d]{0,20}?(\d+(?:[.,]\d+)?)\s*(ms|[uµμ]s|s)\b/i;
const startName = /start|record|begin|date|datum|fecha|data\b|aufnahme|aufzeichnung/i;
const leadName =
  /^(lead|ableitung|d[ée]rivation|derivaci[oó]n|deriva[cç][aã]o|derivazione|channel)\b/i;

/** Whether a field is a unit of voltage or time, or shows how a time is written (`hh:mm:ss.mmm`). */
export function isUnit(field: string): boolean {
  const plain = field.replace(/^[[(](.*)[\])]$/, "$1").trim();
  return millivoltsPer(plain) !== undefined || unitOfTime.test(plain) || formatOfTime.test(plain);
}

/**
 * Reads names, units, rate and start from the lines before the data: one or two lines of column names and units,
 * `Key,Value` and `# key: value` lines in any order.
 */
export function readPreamble(
  lines: readonly string[],
  { delimiter, columns }: Pick<Dialect, "delimiter"> & { columns: number },
): Preamble {
  const preamble: Preamble = {
    names: [],
    units: [],
    frequency: undefined,
    unit: "",
    step: undefined,
    lead: undefined,
    start: undefined,
  };
  const rows: string[][] = [];
  for (const line of lines) {
    const text = line.replace(/^\s*(#|%|\/\/)+\s*/, "");
    if (/^(sep=.)?[\s,;|]*$/i.test(text)) continue;
    const said = readSentence(text, preamble);
    const fields = headFields(text, delimiter, columns);
    const listed = /"columns?"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
    if (listed !== undefined) rows.push(splitFields(listed, ","));
    // The name of a single column has no value behind it.
    const isPair = columns === 1 && /[^\s"'][,;:=\t]\s*\S/.test(text);
    if (!said && !isPair && (fields.length === columns || fields.length === columns + 1)) {
      rows.push(fields);
    }
  }
  const last = rows.at(-1);
  const hasUnits = last !== undefined && last.some(isUnit) &&
    last.every((field) =>
      field === "" || isUnit(field) ||
      /^[[(].*[\])]$|^[^a-z]*$|^n\/?a$|^cal$|^min$|^h$/i.test(field)
    );
  if (hasUnits) preamble.units = last.map((field) => field.replace(/^[[(](.*)[\])]$/, "$1").trim());
  const names = rows.at(hasUnits ? -2 : -1) ?? [];
  preamble.names = names.map((name) => splitUnit(name).name);
  if (!hasUnits) preamble.units = names.map((name) => splitUnit(name).unit);
  return preamble;
}

/** Fields of a line of names, which may have single spaces within where white space separates. */
function headFields(line: string, delimiter: string, columns: number): string[] {
  const wide = line.trim().split(/\s{2,}|\t/);
  return delimiter === " " && wide.length === columns ? wide : splitFields(line, delimiter);
}

/** Takes what a line of key and value says; whether it was such a line. */
function readSentence(text: string, preamble: Preamble): boolean {
  // The delimiter of the data need not be that of the lines above it.
  const [key = "", value = "", ...more] = text.split(/[,;:=\t]/).map((part) =>
    part.replace(/^[\s"'[{(]+|[\s"'\])}]+$/g, "")
  );
  const alone = more.every((part) => part === "");
  // Not of a line of units, such as "ms,mV".
  if (
    alone && millivoltsPer(value) !== undefined && secondsPer(key) === undefined &&
    !/time|zeit|sample|ecg|ekg|^m?l?i+$/i.test(key)
  ) {
    preamble.unit ||= value;
    return true;
  }
  if (alone && leadName.test(key) && value !== "" && !isUnit(value)) {
    preamble.lead ??= value;
    return true;
  }
  const step = readStep(text);
  preamble.step ??= step;
  const rate = rateOfOther.test(text) ? undefined : readRate(text);
  preamble.frequency ??= rate;
  if (step !== undefined || rate !== undefined) return true;
  const time = parseTime(text);
  if (time === undefined) return false;
  if (time.iso !== undefined || startName.test(key)) {
    preamble.start ??= time.iso ?? text.slice(key.length + 1).trim();
  }
  return true;
}

function readRate(text: string): number | undefined {
  const number = (digits: string) => Number(digits.replace(",", "."));
  const step = interval.exec(text);
  if (step !== null) {
    const unit = step[2]!.toLowerCase();
    const seconds = number(step[1]!) * (unit === "s" ? 1 : unit === "ms" ? 1e-3 : 1e-6);
    return seconds > 0 ? 1 / seconds : undefined;
  }
  const match = rateValue.exec(text)?.slice(1) ?? rateName.exec(text)?.slice(2);
  if (match === undefined) return undefined;
  const rate = match[1] === undefined ? parseRate(match[0]!) : 1000 * number(match[0]!);
  return rate > 0 ? rate : undefined;
}

/** `"ECG [uV]"`, `"ecg_mV"`, `"II / mV"` and `"time (s)"` without their units. */
function splitUnit(name: string): { name: string; unit: string } {
  const match = /^(.*?)\s*(?:[[(]([^\])]*)[\])]|[ _/.-]\s*([^\s_/.-]+))$/.exec(name);
  const unit = (match?.[2] ?? match?.[3] ?? "").trim();
  const bracketed = match?.[2] !== undefined;
  const known = isUnit(unit) && (bracketed || unit.length > 1);
  return known || bracketed && /^(hz|bpm|%|g|m?g|°c|min|minutes?|h|hours?)$/i.test(unit)
    ? { name: match![1]!.trim(), unit }
    : { name, unit: isUnit(name) && unitOfTime.test(name) ? name : "" };
}

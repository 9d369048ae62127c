/** A time as a table writes it. */
export interface TableTime {
  /** Seconds since 1970 where there is a date, else since midnight or the start. */
  seconds: number;
  /** The time as ISO 8601, where there is a date. */
  iso?: string;
}

const clock = /(?:^|[\sT[])(\d{1,4}):(\d{2})(?::(\d{2}(?:[.,]\d+)?)|([.,]\d+))?\s*([ap]m)?/i;
const yearFirst = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const dayFirst = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const zone = /:\d{2}(?:[.,]\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})\b/i;

/**
 * Parses `10:02:12.004`, `0:00.004`, `2019-03-28 10:02:12.5 +0200`, `2019-03-28T10:02:12Z`, `28.03.2019 10:02:12,004` and
 * their kin; undefined for what is no time of day.
 *
 * Of `03/04/2019`, the first number is taken as the day, or with `monthFirst` as the month.
 */
export function parseTime(
  text: string,
  options: { monthFirst?: boolean } = {},
): TableTime | undefined {
  const match = clock.exec(text);
  if (match === null) return undefined;
  const [, first, second, third, fraction, half] = match;
  const number = (digits: string) => Number(digits.replace(",", "."));
  // Two parts and a fraction are minutes and seconds.
  const minutes = fraction !== undefined;
  let hours = minutes ? 0 : number(first!);
  if (half !== undefined) hours = hours % 12 + (half.toLowerCase() === "pm" ? 12 : 0);
  const ofDay = minutes
    ? 60 * number(first!) + number(second! + fraction)
    : 3600 * hours + 60 * number(second!) + number(third ?? "0");
  const date = parseDate(text, options);
  if (date === undefined) return { seconds: ofDay };
  const moment = new Date(date + Math.round(ofDay * 1000));
  if (!Number.isFinite(moment.getTime())) return { seconds: ofDay };
  const iso = moment.toISOString().replace(/(\.000)?Z$/, "");
  return { seconds: date / 1000 + ofDay, iso: iso + parseZone(text) };
}

/** Milliseconds from 1970 to the date, undefined without one. */
function parseDate(text: string, { monthFirst = false }): number | undefined {
  const fromYear = yearFirst.exec(text)?.slice(1);
  const parts = fromYear ?? dayFirst.exec(text)?.slice(1).reverse();
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const swapped = day <= 12 && (month > 12 || monthFirst && fromYear === undefined);
  return Date.UTC(year, (swapped ? day : month) - 1, swapped ? month : day);
}

function parseZone(text: string): string {
  const found = zone.exec(text)?.[1]?.toUpperCase();
  if (found === undefined) return "";
  return /^(Z|UTC)$/.test(found) ? "Z" : found.replace(/^(...):?(..)$/, "$1:$2");
}

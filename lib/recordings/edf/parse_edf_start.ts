const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** The fields of an EDF header that say when a recording began. */
export interface EdfStartFields {
  /** `dd.mm.yy`. */
  date: string;
  /** `hh.mm.ss`. */
  time: string;
  /** The local recording identification; in EDF+ it has the date with all digits of the year. */
  recording: string;
}

/**
 * The start of a recording as ISO 8601 without a zone; the fields' text, and a warning added, where they are no date and
 * time; undefined where they are empty.
 */
export function parseEdfStart(fields: EdfStartFields, warnings: string[]): string | undefined {
  const text = `${fields.date} ${fields.time}`.trim();
  if (text === "") return undefined;
  const start = calendarDate(fields);
  if (start === undefined) {
    warnings.push(`The start of the recording is not a date and time: "${text}".`);
    return text;
  }
  return start;
}

function calendarDate({ date, time, recording }: EdfStartFields): string | undefined {
  const [day, month, shortYear] = numbers(date);
  const [hour, minute, second] = numbers(time);
  if (shortYear === undefined || second === undefined) return undefined;
  // Two digits stand for 1985 to 2084; EDF+ has the whole year elsewhere.
  const year = fullYear(recording, day!, month!) ?? shortYear + (shortYear >= 85 ? 1900 : 2000);
  const when = new Date(Date.UTC(year, month! - 1, day, hour, minute, second));
  const iso = when.toISOString().slice(0, 19);
  const wanted = [month, day, hour, minute, second].map((part) => String(part).padStart(2, "0"));
  // A date that the calendar lacks, such as 31.02., has become another one.
  return iso.slice(5) === `${wanted[0]}-${wanted[1]}T${wanted.slice(2).join(":")}`
    ? iso
    : undefined;
}

function numbers(text: string): number[] {
  return /^\d{1,2}[.:/-]\d{1,2}[.:/-]\d{1,2}$/.test(text) ? text.split(/\D/).map(Number) : [];
}

function fullYear(recording: string, day: number, month: number): number | undefined {
  const match = /^Startdate (\d\d?)-([A-Z]{3})-(\d{4})\b/i.exec(recording);
  if (match === null) return undefined;
  const same = Number(match[1]) === day && months.indexOf(match[2]!.toUpperCase()) === month - 1;
  return same ? Number(match[3]) : undefined;
}

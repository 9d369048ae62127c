import { quote, WfdbError } from "../wfdb_error.ts";

/** Reads the fields of one header line; every failure names the record, the line and the field. */
export interface HeaderFields {
  /** An integer of at most 32 bits, or `fallback` where the field is missing. */
  integer(text: string | undefined, field: string, fallback: number): number;
  /** An integer of 0 or more, or `fallback` where the field is missing. */
  count(text: string | undefined, field: string, fallback: number): number;
  /** A number in any form that C reads (`360`, `360.`, `3.6e2`), or `fallback` where the field is missing. */
  decimal(text: string | undefined, field: string, fallback: number): number;
  /** The parts of a field that has the form of `pattern`, which `wanted` describes. */
  match(text: string, field: string, pattern: RegExp, wanted: string): (string | undefined)[];
  /** Throws the error for a field that is not as wanted. */
  fail(field: string, wanted: string, found: string | undefined): never;
}

/**
 * Makes the reader for the fields of one line (e.g. `"signal 1"`) in the header of the record called `name`.
 *
 * Its functions throw a `WfdbError` where a field has not the wanted form.
 */
export function headerFields(name: string, line: string): HeaderFields {
  const fail = (field: string, wanted: string, found: string | undefined): never => {
    const part = `${line} ${field}`;
    const details = { file: `${name}.hea`, part, wanted, found: quote(found ?? "") };
    throw new WfdbError(`read record "${name}"`, details);
  };
  return {
    fail,
    integer(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const valid = /^[+-]?\d+$/.test(text) && value === (value | 0);
      return valid ? value | 0 : fail(field, "an integer of at most 32 bits", text);
    },
    count(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const valid = /^\d+$/.test(text) && Number.isSafeInteger(value);
      return valid ? value : fail(field, "an integer of 0 or more", text);
    },
    decimal(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const valid = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(value);
      return valid ? value : fail(field, "a number", text);
    },
    match(text, field, pattern, wanted) {
      return pattern.exec(text) ?? fail(field, wanted, text);
    },
  };
}

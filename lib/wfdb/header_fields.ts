import { WfdbError } from "./wfdb_error.ts";

/** Reads the fields of one header line; every failure names the record, the line and the field. */
export interface FieldReader {
  /** An integer within 32 bits, or `fallback` where the field is missing. */
  integer(text: string | undefined, field: string, fallback: number): number;
  /** A count of 0 or more, or `fallback` where the field is missing. */
  count(text: string | undefined, field: string, fallback: number): number;
  /** A number in any form that C reads (`360`, `360.`, `3.6e2`), or `fallback` where the field is missing. */
  decimal(text: string | undefined, field: string, fallback: number): number;
  /** Throws the error for a field that has not the wanted form. */
  fail(field: string, wanted: string, found: string | undefined): never;
}

/** Makes the reader for the fields of the line called `line` in the header of the record called `name`. */
export function headerFields(name: string, line: string): FieldReader {
  const fail = (field: string, wanted: string, found: string | undefined): never => {
    throw new WfdbError(`read record "${name}"`, {
      file: `${name}.hea`,
      part: `${line} ${field}`,
      wanted,
      found: found === undefined ? "missing" : shorten(found),
    });
  };
  return {
    fail,
    integer(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const ok = /^[+-]?\d+$/.test(text) && value === (value | 0);
      return ok ? value : fail(field, "an integer of at most 32 bits", text);
    },
    count(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const ok = /^\d+$/.test(text) && Number.isSafeInteger(value);
      return ok ? value : fail(field, "a count", text);
    },
    decimal(text, field, fallback) {
      if (text === undefined) return fallback;
      const value = Number(text);
      const ok = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(value);
      return ok ? value : fail(field, "a number", text);
    },
  };
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

import { isMapping, isNumeric, toNumber, type Value } from "../configuration/float.ts";

/** Tells whether two values are the same to a sweep: `3` and `3.0` are, `1` and `true` are not. */
export function sameValue(a: Value, b: Value): boolean {
  return valueKey(a) === valueKey(b);
}

/** A text that is the same for the same values, whatever the order of a mapping's keys. */
export function valueKey(value: Value): string {
  if (isNumeric(value)) return String(toNumber(value));
  if (Array.isArray(value)) return `[${value.map(valueKey)}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${valueKey(value[key]!)}`)}}`;
}

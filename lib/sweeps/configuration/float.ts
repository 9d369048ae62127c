/**
 * A number that was written as a float: `1.0` in YAML, or a sample of a continuous distribution.
 *
 * JavaScript has one kind of number, but in a sweep `min: 1, max: 4` means whole numbers and
 * `min: 1.0, max: 4.0` means the real line, and a program is given `--x=1.0`, not `--x=1`.
 * A plain `number` in a {@link Value} is an integer; a float is a `Float`.
 *
 * @example
 * ```ts
 * import { Float, toPlain } from "lib/sweeps/search/mod.ts";
 * console.assert(toPlain(new Float(0.5)) === 0.5 && toPlain(3) === 3);
 * ```
 */
export class Float {
  /** Takes the number. */
  constructor(
    /** The number. */
    readonly value: number,
  ) {}

  /** The number, for arithmetic and comparisons. */
  valueOf(): number {
    return this.value;
  }

  /** The number, for messages; `pythonText()` writes it as Python does. */
  toString(): string {
    return String(this.value);
  }

  /** The number, for JSON. */
  toJSON(): number {
    return this.value;
  }
}

/** Whatever a YAML file or a parameter can hold. A plain `number` is an integer. */
export type Value = null | boolean | number | string | Float | Value[] | { [key: string]: Value };

/** The numbers among the {@link Value}s. */
export type Numeric = number | Float;

/** Tells whether a value is a number of either kind (`true` is not, unlike in Python). */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === "number" || value instanceof Float;
}

/** The plain number of an integer or a {@link Float}. */
export function toNumber(value: Numeric): number {
  return typeof value === "number" ? value : value.value;
}

/** Tells whether a value is a mapping: an object that is no list and no {@link Float}. */
export function isMapping(value: unknown): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Float) && !(value instanceof Date);
}

/** A copy of a value in plain JavaScript: each {@link Float} a number. */
export function toPlain(value: Value): unknown {
  if (value instanceof Float) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

/**
 * A copy of plain JavaScript as a value: each number that is not whole a {@link Float}; keys that
 * hold `undefined` are left out.
 */
export function fromPlain(value: unknown): Value {
  if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
  if (Array.isArray(value)) return value.map(fromPlain);
  if (!isMapping(value)) return value as Value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, fromPlain(item)]));
}

/**
 * Reads JSON in which a number with a point or an exponent is a {@link Float}; so are `NaN`,
 * `Infinity` and `-Infinity`, which Python writes as well.
 */
export function parseJsonValue(text: string): Value {
  const marked = text.replace(
    /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g,
    (token) => token.startsWith('"') ? token : `"${notFinite}${token}"`,
  );
  const revive = (_key: string, value: Value, { source = "" }: { source?: string }) => {
    if (typeof value === "number") return /[.e]/i.test(source) ? new Float(value) : value;
    return source.startsWith(`"${notFinite}`) ? new Float(Number(source.slice(7, -1))) : value;
  };
  return JSON.parse(marked, revive as (key: string, value: unknown) => unknown);
}

/**
 * Marks a number that JSON does not have. The mark is an escape that JSON writes shorter, so no
 * other text begins with it.
 */
const notFinite = "\\u000a";

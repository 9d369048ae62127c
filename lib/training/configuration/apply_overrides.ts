import { nearestName } from "./nearest_name.ts";

type Value = number | string | boolean | number[];

/** Rules that a configuration's types cannot say. */
export interface OverrideRules {
  /** The words that a key's value may be. */
  choices?: Record<string, readonly string[]>;
}

/**
 * A configuration with some values replaced by text, as from a command line or a sweep. A key may be written
 * `learningRate` or `learning_rate`; `filters=64,128` replaces a list, `filters_2=128` its second entry.
 *
 * @throws {Error} when a key is unknown (the message names the nearest) or a value does not fit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { applyOverrides } from "lib/training/mod.ts";
 *
 * const config = applyOverrides({ dropout: 0.1, filters: [64, 64] }, { filters_2: "128" });
 * assert.deepEqual(config, { dropout: 0.1, filters: [64, 128] });
 * ```
 */
export function applyOverrides<Config extends object>(
  defaults: Config,
  overrides: Record<string, string>,
  { choices = {} }: OverrideRules = {},
): Config {
  const config = structuredClone(defaults) as Record<string, Value>;
  for (const [written, text] of Object.entries(overrides)) {
    const { key, entry } = findKey(config, written);
    const value = config[key]!;
    if (entry === undefined) config[key] = parseLike(value, text, { key: written, choices });
    else setEntry(value as number[], entry, { key: written, text });
  }
  return config as Config;
}

function findKey(config: Record<string, Value>, written: string) {
  const key = camelCase(written);
  if (Object.hasOwn(config, key)) return { key };
  const [, list, entry] = /^(.+)_(\d+)$/.exec(written) ?? [];
  if (list && Array.isArray(config[camelCase(list)])) {
    return { key: camelCase(list), entry: Number(entry) };
  }
  const near = nearestName(written, Object.keys(config).flatMap((k) => [k, snakeCase(k)]));
  throw new Error(`Cannot set "${written}": it is not a key. Did you mean "${near}"?`);
}

function setEntry(list: number[], entry: number, { key, text }: { key: string; text: string }) {
  if (entry < 1 || entry > list.length) {
    throw new Error(`Cannot set "${key}": the list has entries 1 to ${list.length}`);
  }
  list[entry - 1] = parseNumber(text, key);
}

function parseLike(
  value: Value,
  text: string,
  { key, choices }: { key: string; choices: Record<string, readonly string[]> },
): Value {
  if (typeof value === "number") return parseNumber(text, key);
  if (Array.isArray(value)) {
    return text.replace(/^\[|\]$/g, "").split(",").map((one) => parseNumber(one, key));
  }
  const allowed = typeof value === "boolean" ? ["true", "false"] : choices[camelCase(key)];
  // A sweep writes Python's True and False.
  const word = typeof value === "boolean" ? text.toLowerCase() : text;
  if (allowed && !allowed.includes(word)) {
    throw new Error(`Cannot set "${key}": it must be ${allowed.join(" or ")} but is "${text}"`);
  }
  return typeof value === "boolean" ? word === "true" : word;
}

function parseNumber(text: string, key: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new Error(`Cannot set "${key}": it must be a number but is "${text}"`);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

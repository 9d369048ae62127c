/**
 * JSON as W&B stores numbers in it: NaN, Infinity and -Infinity are written without quotes.
 *
 * @example
 * ```ts
 * import { parseExtendedJson, stringifyExtendedJson } from "lib/wandb/mod.ts";
 * console.assert(stringifyExtendedJson({ loss: NaN }) === '{"loss":NaN}');
 * console.assert(Number.isNaN(parseExtendedJson("[NaN]")[0]));
 * ```
 */
export function stringifyExtendedJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(stringifyExtendedJson)}]`;
  if (typeof value !== "object" || value === null || "toJSON" in value) {
    return JSON.stringify(value) ?? "null";
  }
  const items = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${items.map(([key, item]) => `${JSON.stringify(key)}:${stringifyExtendedJson(item)}`)}}`;
}

/**
 * Reads JSON in which NaN, Infinity and -Infinity may be written without quotes.
 *
 * @throws SyntaxError where the text is no such JSON.
 */
// deno-lint-ignore no-explicit-any
export function parseExtendedJson(text: string): any {
  if (!/NaN|Infinity/.test(text)) return JSON.parse(text);
  const marked = text.replace(
    /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g,
    (token) => token.startsWith('"') ? token : `{"${mark}":"${token}"}`,
  );
  return JSON.parse(
    marked,
    (_, value) => value && typeof value === "object" && mark in value ? Number(value[mark]) : value,
  );
}

/** A key that no logged value has. */
const mark = "not a finite number";

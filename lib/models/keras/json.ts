import { Mismatch } from "./mismatch.ts";

/** An object of a JSON file. */
export type Json = Record<string, unknown>;

/** @throws {Mismatch} when the text is no JSON. */
export function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Mismatch(`JSON in ${what}`, (error as Error).message);
  }
}

/** @throws {Mismatch} when it is something else. */
export function asObject(value: unknown, what: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new Mismatch(`${what} as an object`, value);
}

/** @throws {Mismatch} when it is something else, or is longer than any model's. */
export function asList(value: unknown, what: string, longest = 5000): unknown[] {
  if (Array.isArray(value) && value.length <= longest) return value;
  throw new Mismatch(`${what} as a list of at most ${longest}`, value);
}

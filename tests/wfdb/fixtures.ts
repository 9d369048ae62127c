import { basename, join } from "node:path";
import type { ReadFile } from "lib/wfdb/mod.ts";

/** One of the small records of `tests/reference/wfdb_records.py`. */
export interface RecordFixture {
  files: Record<string, Uint8Array>;
  /** Raw samples as wfdb-python reads them. */
  signals?: number[][];
  /** Physical samples as wfdb-python reads them; null for NaN. */
  physical?: (number | null)[][];
}

/** The folder of the records that lie in files of their own. */
export const fixtureDirectory = join(import.meta.dirname!, "../fixtures/wfdb/");

/** Reads a JSON file of the fixture folder. */
export async function readFixture<T>(name: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(fixtureDirectory + name)) as T;
}

/** All small records by name. */
export async function readRecordFixtures(): Promise<Map<string, RecordFixture>> {
  type Stored = Omit<RecordFixture, "files"> & { files: Record<string, string> };
  const stored = await readFixture<Record<string, Stored>>("records.json");
  return new Map(
    Object.entries(stored).map(([name, { files, ...rest }]) => {
      const decoded = Object.entries(files).map(([file, text]) => [file, fromBase64(text)]);
      return [name, { ...rest, files: Object.fromEntries(decoded) }];
    }),
  );
}

/** One of the records of `tests/reference/wfdb_flac.py`. */
export interface FlacFixture {
  files: Record<string, Uint8Array>;
  /** Of each signal, the SHA-256 of its samples as 32-bit little-endian integers. */
  signals: { sha256: string; length: number; first: number[] }[];
}

/** All records in FLAC formats by name. */
export async function readFlacFixtures(): Promise<Map<string, FlacFixture>> {
  type Stored = Omit<FlacFixture, "files"> & { files: Record<string, string> };
  const stored = await readFixture<Record<string, Stored>>("flac.json");
  return new Map(
    Object.entries(stored).map(([name, { files, signals }]) => {
      const decoded = Object.entries(files).map(([file, text]) => [file, fromBase64(text)]);
      return [name, { signals, files: Object.fromEntries(decoded) }];
    }),
  );
}

/** A `readFile` that knows only these files. */
export function memoryFiles(files: Record<string, Uint8Array>): ReadFile {
  return (path) => {
    const bytes = files[basename(path)];
    if (bytes === undefined) return Promise.reject(new Deno.errors.NotFound(path));
    return Promise.resolve(bytes);
  };
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** The text as bytes. */
export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

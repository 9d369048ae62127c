import { isWfdbHeader } from "lib/recordings/mod.ts";
import type { NamedFile } from "../messages.ts";

/** Files that belong to a WFDB record whose header is there. */
const parts = /\.(dat|atr|qrs|beats|ecg|mat|xws)$/i;

/**
 * Names of the files that are recordings, among those that were dropped together: the headers of WFDB records, without
 * those of their segments and layouts, and whatever is no part of such a record. Where all are parts, the first one,
 * for its error.
 */
export function findRecordings(files: readonly NamedFile[]): string[] {
  const headers = files.filter(({ name, bytes }) => isWfdbHeader(name, bytes));
  const segments = new Set(headers.flatMap(({ name, bytes }) => segmentNames(name, bytes)));
  const whole = headers.filter(({ name }) => !segments.has(name)).map(({ name }) => name);
  const others = files.filter((file) => !headers.includes(file) && !parts.test(file.name))
    .map(({ name }) => name);
  const found = [...whole, ...others];
  return found.length > 0 ? found : files.slice(0, 1).map(({ name }) => name);
}

/** The headers that the header of a record of several segments names. */
function segmentNames(name: string, bytes: Uint8Array): string[] {
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\r\n]+/)
    .filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  if (!/^\s*\S+\/\d+/.test(lines[0] ?? "")) return [];
  return lines.slice(1).map((line) => `${line.trim().split(/\s+/)[0]}.hea`)
    .filter((segment) => segment !== name);
}

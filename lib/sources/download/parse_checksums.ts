/**
 * Reads the lines of a SHA256SUMS.txt: 64 hexadecimal digits, spaces and a path.
 *
 * @returns The checksum of each path, in lower case; lines of any other form are passed over.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseChecksums } from "lib/sources/download/parse_checksums.ts";
 *
 * const checksum = "0123456789abcdef".repeat(4);
 * assert.equal(parseChecksums(`${checksum}  100.dat\n`).get("100.dat"), checksum);
 * ```
 */
export function parseChecksums(text: string): Map<string, string> {
  const checksums = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, checksum, path] = /^([0-9a-fA-F]{64}) [ *]?(\S.*)$/.exec(line) ?? [];
    if (checksum !== undefined && path !== undefined) checksums.set(path, checksum.toLowerCase());
  }
  return checksums;
}

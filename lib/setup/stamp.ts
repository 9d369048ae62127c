import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Says whether the file `path` holds exactly `content`. A stamp is written last, so one that
 * holds what is wanted proves that the step before it was finished.
 */
export function isStamped(path: string, content: string): boolean {
  return readIfThere(path) === content;
}

/** Writes a stamp through a temporary file, so that it is there whole or not at all. */
export function writeStamp(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${Deno.pid}.part`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** SHA-256 over the contents of files, in hexadecimal; a file that is missing counts as empty. */
export function hashFiles(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readIfThere(path) ?? "";
    hash.update(`${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

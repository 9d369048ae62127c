import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname!, "..");

/** The rooms of lib that a benchmark times. */
function timedRooms(key: string): string[] {
  if (key === "records") return ["wfdb"];
  if (key === "rows") return ["wfdb", "beats"];
  return ["tensorflow", "models", "training"];
}

/**
 * What tells whether the code that a benchmark times is the code that was timed: the first 12 digits of the
 * SHA-256 of its files.
 */
export function codeDigest(key: string): string {
  const hash = createHash("sha256");
  for (const room of timedRooms(key)) {
    const directory = join(root, "lib", room);
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts")).sort();
    for (const file of files) {
      const path = join(directory, file);
      hash.update(`${relative(root, path)}\n`).update(readFileSync(path));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

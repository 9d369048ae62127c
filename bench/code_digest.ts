import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The folders of lib that a benchmark times; importing the library loads all of it. */
function timedRooms(key: string): string[] {
  if (key === "import") return [""];
  if (key === "records") return ["wfdb"];
  if (key === "rows") return ["wfdb", "beats"];
  return ["tensorflow", "models", "training"];
}

/**
 * What tells whether the code that a benchmark times is the code that was timed: the first 12 digits of the
 * SHA-256 of its statements. Comments, and where a file lies, make no difference.
 *
 * @param root the project's folder.
 */
export function codeDigest(key: string, root = join(import.meta.dirname!, "..")): string {
  const hash = createHash("sha256");
  for (const room of timedRooms(key)) {
    const directory = join(root, "lib", room);
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"));
    const texts = files.map((file) =>
      `${basename(file)}\n${statements(readFileSync(join(directory, file), "utf8"))}\n`
    );
    texts.sort().forEach((text) => hash.update(text));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Code without comments, imports, and how many folders up a path goes. */
export function statements(code: string): string {
  return code
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/^(import|export)\b[^;]*?\bfrom "[^"]*";$/gm, "")
    .replaceAll(/(\.\.\/)+/g, "../")
    .replaceAll(/\s+/g, " ").trim();
}

import { replaceFile } from "./replace_file.ts";

/** Writes a value as JSON, two spaces deep; the file is replaced whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await replaceFile(path, JSON.stringify(value, null, 2) + "\n");
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ModelFolder, readModelFolder } from "lib/evaluation/mod.ts";
import { isKerasFile } from "lib/models/mod.ts";

/** What is kept beside a model; nothing where it was trained elsewhere. */
export async function knownFolder(path: string): Promise<ModelFolder | undefined> {
  if (isKerasFile(path) || !existsSync(join(path, "config.json"))) return undefined;
  return await readModelFolder(path);
}

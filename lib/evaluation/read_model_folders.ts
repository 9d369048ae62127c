import { join } from "node:path";
import { type ModelFolder, readModelFolder } from "./read_model_folder.ts";

/** A model's or a training's folder with its name. */
export interface NamedModelFolder extends ModelFolder {
  /** The folder's name, without the path. */
  name: string;
}

/**
 * Reads what is kept beside each of several models: every folder in `directory` that holds a config.json, by name.
 *
 * @returns none where there is no such directory.
 * @throws {Error} When a folder with a config.json has no history.json, or a file is no JSON.
 */
export async function readModelFolders(directory: string): Promise<NamedModelFolder[]> {
  const folders: NamedModelFolder[] = [];
  for (const name of (await foldersIn(directory)).sort()) {
    const path = join(directory, name);
    if (!await isFile(join(path, "config.json"))) continue;
    folders.push({ name, ...await readModelFolder(path) });
  }
  return folders;
}

async function foldersIn(directory: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(directory));
    return entries.filter((entry) => entry.isDirectory).map((entry) => entry.name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile ?? false;
}

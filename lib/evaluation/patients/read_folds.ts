import { join } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";
import type { StoredFolds } from "./fold_scores.ts";

/**
 * Folds by the name that `deno task folds --store` gave them, such as "cnn_by_patient"; undefined where there are none.
 *
 * @param directory the folder of the published models.
 * @throws {Error} when the file is none of JSON.
 */
export async function readFolds(directory: string, name: string): Promise<StoredFolds | undefined> {
  const path = join(directory, "folds", `${name}.json`);
  try {
    await requireRegularFile(path);
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new Error(`Cannot read folds from "${path}": ${(error as Error).message}`, {
      cause: error,
    });
  }
}

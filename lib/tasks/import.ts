// deno task import FILE.keras DIR: makes a model folder of a file that Keras saved. The file itself is kept in it,
// as model.keras.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceFolder } from "lib/files/mod.ts";
import { isKerasFile, readKeras, saveModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUse: deno task import FILE.keras DIR`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [file, directory, ...more] } = parseArgs({ allowPositionals: true });
  if (file === undefined || directory === undefined || more.length > 0) {
    throw new Error("Name a file of Keras and the folder to make.");
  }
  await startBackend();
  const parameters = await importModel(file, directory);
  console.log(`${directory}: ${parameters.toLocaleString("en")} parameters`);
}

/**
 * Makes a model folder of a file of Keras.
 *
 * @param directory There must be none, or an empty one.
 * @returns How many parameters the model has.
 * @throws {Error} When the file cannot be read, or something is in the folder.
 */
export async function importModel(file: string, directory: string): Promise<number> {
  if (!isKerasFile(file)) {
    throw new Error(`Cannot import "${file}": wanted a file of Keras, NAME.keras`);
  }
  await checkEmpty(directory);
  const model = await readKeras(file);
  await replaceFolder(directory, async (folder) => {
    await saveModel(model, folder);
    await Deno.copyFile(file, join(folder, "model.keras"));
  });
  return model.countParams();
}

async function checkEmpty(directory: string): Promise<void> {
  const names = await Array.fromAsync(Deno.readDir(directory), ({ name }) => name).catch(
    (error) => {
      if (error instanceof Deno.errors.NotFound) return [] as string[];
      throw error;
    },
  );
  if (names.length === 0) return;
  throw new Error(`Cannot import to "${directory}": wanted no such folder, found ${names.sort()}`);
}

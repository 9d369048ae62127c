// deno task import FILE.keras DIR: makes a model folder from a file that Keras saved, and keeps the file in it
// as model.keras, or model.h5 where it is one of Keras 2.
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { replaceFolder } from "lib/files/mod.ts";
import { isKerasFile, readKeras, saveModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUsage: deno task import FILE.keras DIR`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [file, directory, ...more] } = parseArgs({ allowPositionals: true });
  if (file === undefined || directory === undefined || more.length > 0) {
    throw new Error("Name a Keras file and the folder to create.");
  }
  await startBackend();
  const parameters = await importModel(file, directory);
  console.log(`${directory}: ${parameters.toLocaleString("en")} parameters`);
}

/**
 * Makes a model folder from a Keras file.
 *
 * @param directory It must not exist, or be empty.
 * @returns How many parameters the model has.
 * @throws {Error} When the file cannot be read, or the folder is not empty.
 */
export async function importModel(file: string, directory: string): Promise<number> {
  if (!isKerasFile(file)) {
    throw new Error(`Cannot import "${file}": wanted a Keras file, NAME.keras`);
  }
  await checkEmpty(directory);
  const model = await readKeras(file);
  await replaceFolder(directory, async (folder) => {
    await saveModel(model, folder);
    // Keras takes an ending by its word.
    await Deno.copyFile(file, join(folder, `model${extname(file).toLowerCase()}`));
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
  throw new Error(
    `Cannot import to "${directory}": wanted an empty folder or none, found ${names.sort()}`,
  );
}

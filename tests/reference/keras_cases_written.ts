// Writes the files of tests/fixtures/models/keras/cases again, as writeKeras() writes them, for keras_cases_written.py.
//
//     deno run -A tests/reference/keras_cases_written.ts FOLDER
import { join } from "node:path";
import { readKeras, writeKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { contentDigest } from "../models/keras/content_digest.ts";

const cases = join(import.meta.dirname!, "..", "fixtures", "models", "keras", "cases");
const [folder] = Deno.args;

await startBackend();
await Deno.mkdir(folder!, { recursive: true });
for await (const { name } of Deno.readDir(cases)) {
  if (!name.endsWith(".keras")) continue;
  const model = await readKeras(join(cases, name));
  await writeKeras(model, join(folder!, name));
  await Deno.writeTextFile(join(folder!, `${name}.sha256`), contentDigest(model));
}

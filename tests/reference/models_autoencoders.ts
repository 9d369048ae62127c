// Writes what models_autoencoders.py needs to check the published autoencoders: 1,000 test rows of each and what the
// model gives back of them.
//
//     ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_autoencoders.ts FOLDER
import { join } from "node:path";
import { takeRows } from "lib/beats/mod.ts";
import { loadModel, predictProbabilities } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { loadDataset } from "../../lib/tasks/helpers/load_dataset.ts";
import { contentDigest } from "../models/keras/content_digest.ts";

const published = join(import.meta.dirname!, "..", "..", "models");
const [folder] = Deno.args;

await startBackend();
await Deno.mkdir(folder!, { recursive: true });
const rules = { autoencoder: "by_beat", autoencoder_by_patient: "by_patient" } as const;
for (const [name, protocol] of Object.entries(rules)) {
  const { test } = await loadDataset({ protocol });
  const rows = takeRows(test, Array.from({ length: 1000 }, (_, i) => 21 * i));
  const model = await loadModel(join(published, name));
  await Deno.writeTextFile(join(folder!, `${name}.sha256`), contentDigest(model));
  for (const [i, input] of model.inputNames.entries()) {
    await writeFloats(`${name}.input${i}.f32`, rows.inputs[input]!.values);
  }
  await writeFloats(`${name}.output.f32`, predictProbabilities(model, rows.inputs));
}

async function writeFloats(name: string, { buffer, byteOffset, byteLength }: Float32Array) {
  const bytes = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
  await Deno.writeFile(join(folder!, name), bytes);
}

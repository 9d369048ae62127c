// Writes files for models_keras_written.py to check: every golden model of lib/models/keras, a network of every recipe
// and every published model, as writeKeras() writes it, with 1,000 rows (test beats for the published ones, else noise),
// what the model makes of them, and all test rows.
//
//     ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_keras_written.ts FOLDER
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { takeRows } from "lib/beats/mod.ts";
import { loadModel, modelFamilies, readKeras, type RowInputs, writeKeras } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { completeRecipe, recipes } from "lib/training/mod.ts";
import { contentDigest } from "../models/keras/content_digest.ts";
import { publishedNames, writeTestRows } from "./write_test_rows.ts";

const root = join(import.meta.dirname!, "..", "..");
const fixtures = join(root, "tests", "fixtures", "models", "keras");
const published = join(root, "models");
const [folder] = Deno.args;
const ROWS = 1000;

await startBackend();
await Deno.mkdir(folder!, { recursive: true });
for (const name of ["cnn", "rnn", "attention", "branches", "chain", "sequential"]) {
  const model = await readKeras(join(fixtures, `${name}-3.15.1.keras`));
  await writeCase(name, model, noise(model));
}
for (const name of Object.keys(recipes)) {
  const { family, config } = completeRecipe(name);
  if (family === "autoencoder") continue; // see models_autoencoders.ts
  const model = modelFamilies[family].build(config, { seed: 1 });
  await writeCase(`recipe-${name}`, model, noise(model));
}
const rows = await writeTestRows(published, folder!);
for (const name of publishedNames(published)) {
  const test = rows[await Deno.readTextFile(join(folder!, `models-${name}.protocol`))]!;
  const beats = takeRows(test, Array.from({ length: ROWS }, (_, i) => i * 21));
  await writeCase(`models-${name}`, await loadModel(join(published, name)), beats.inputs);
}

async function writeCase(name: string, model: tf.LayersModel, inputs: RowInputs) {
  await writeKeras(model, join(folder!, `${name}.keras`));
  await Deno.writeTextFile(join(folder!, `${name}.sha256`), contentDigest(model));
  const given = model.inputNames.map((input) => inputs[input]!);
  const tensors = given.map(({ shape, values }) => tf.tensor(values, [ROWS, ...shape]));
  const made = [model.predict(tensors, { batchSize: 250 })].flat();
  for (const [i, { values }] of given.entries()) await writeFloats(`${name}.input${i}.f32`, values);
  for (const [i, tensor] of made.entries()) {
    await writeFloats(`${name}.output${i}.f32`, await tensor.data() as Float32Array);
  }
}

function noise(model: tf.LayersModel): RowInputs {
  const random = createPrng(1);
  return Object.fromEntries(model.inputs.map(({ shape }, i) => {
    const row = shape.slice(1) as number[];
    const length = ROWS * row.reduce((product, size) => product * size, 1);
    return [model.inputNames[i]!, {
      shape: row,
      values: Float32Array.from({ length }, () => 2 * random() - 1),
    }];
  }));
}

async function writeFloats(name: string, values: Float32Array) {
  const bytes = new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
  await Deno.writeFile(join(folder!, name), bytes);
}

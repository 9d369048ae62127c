// Writes files for models_onnx_written.py to check: every model of tests/models/onnx/onnx_cases.ts and every published
// model, as writeOnnx() writes it, the latter folded too, with 1,000 random rows and what the model makes of them, and
// all test rows.
//
//     ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_onnx_written.ts FOLDER
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { loadModel, writeOnnx } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { publishedNames, writeTestRows } from "./write_test_rows.ts";
import { exportOnnx } from "../../lib/tasks/helpers/export_onnx.ts";
import { onnxCases } from "../models/onnx/onnx_cases.ts";

const published = join(import.meta.dirname!, "..", "..", "models");
const folder = Deno.args[0]!;
const ROWS = 1000;
const FREE_LENGTH = 11;

await startBackend();
await Deno.mkdir(folder, { recursive: true });
for (const [name, make] of Object.entries(onnxCases())) {
  const model = await make();
  await writeCase(name, model, await writeOnnx(model));
}
await writeTestRows(published, folder);
for (const name of publishedNames(published)) {
  const directory = join(published, name);
  const model = await loadModel(directory);
  await writeCase(`models-${name}`, model, await exportOnnx(directory));
  await writeCase(`folded-${name}`, model, await exportOnnx(directory, { folded: true }));
}

async function writeCase(name: string, model: tf.LayersModel, bytes: Uint8Array) {
  await Deno.writeFile(join(folder, `${name}.onnx`), bytes);
  const random = createPrng(1);
  const inputs = model.inputs.map(({ shape }) => {
    const size = [ROWS, ...shape.slice(1).map((length) => length ?? FREE_LENGTH)];
    const length = size.reduce((product, one) => product * one);
    return tf.tensor(Float32Array.from({ length }, random), size);
  });
  const outputs = [model.predict(inputs, { batchSize: 250 })].flat();
  const tensors = { input: inputs, output: outputs };
  for (const [kind, list] of Object.entries(tensors)) {
    for (const [i, tensor] of list.entries()) {
      await writeFloats(`${name}.${kind}${i}.f32`, await tensor.data() as Float32Array);
    }
  }
  const shapes = [inputs, outputs].map((list) => list.map(({ shape }) => shape));
  await Deno.writeTextFile(join(folder, `${name}.json`), JSON.stringify(shapes));
  tf.dispose([inputs, outputs]);
}

async function writeFloats(name: string, values: Float32Array) {
  const bytes = new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
  await Deno.writeFile(join(folder, name), bytes);
}

// Writes published CNNs in four kinds for models_onnx_int8.py to score: as they are, folded, with weights of 8 bits, and
// with weights and values of 8 bits; beside them the validation and the test rows, and ten rows of a file.
//
//     ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_onnx_int8.ts FOLDER
//     python tests/reference/models_onnx_int8.py FOLDER
//     ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_onnx_int8.ts FOLDER --note
//
// The last one notes in models/scorings.csv which looks at test rows the second was.
import { join } from "node:path";
import { type Dataset, kaggleSplit } from "lib/beats/mod.ts";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { loadModel, writeOnnx } from "lib/models/mod.ts";
import { readHeartbeatCsv } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "../../lib/tasks/helpers/export_onnx.ts";
import { loadDataset } from "../../lib/tasks/helpers/load_dataset.ts";
import { noteScorings } from "../../lib/tasks/helpers/note_scorings.ts";

const root = join(import.meta.dirname!, "..", "..");
const names = ["cnn", "cnn_augmented", "cnn_residual"];
const [folder, note] = Deno.args;
await (note === "--note" ? noteLooks() : writeFiles());

async function writeFiles() {
  await startBackend();
  await Deno.mkdir(folder!, { recursive: true });
  for (const name of names) {
    const directory = join(root, "models", name);
    const kinds = {
      float: await exportOnnx(directory),
      folded: await exportOnnx(directory, { folded: true }),
      weights: await writeOnnx(await loadModel(directory), { int8: {} }),
      values: await exportOnnx(directory, { int8: true }),
    };
    for (const [kind, bytes] of Object.entries(kinds)) await write(`${name}.${kind}.onnx`, bytes);
  }
  const { validation, test } = await loadDataset();
  const path = join(root, "tests/fixtures/beats/extract.csv");
  const parts: Dataset[] = [validation, test, await readHeartbeatCsv(path, "test")];
  for (const [i, { inputs, labels }] of parts.entries()) {
    const name = ["validation", "test", "extract"][i];
    const { buffer, byteOffset, byteLength } = inputs.beat!.values;
    await write(`${name}.beat.f32`, new Uint8Array(buffer, byteOffset, byteLength));
    await write(`${name}.labels.u8`, labels);
  }
}

async function write(name: string, bytes: Uint8Array) {
  await Deno.writeFile(join(folder!, name), bytes as Uint8Array<ArrayBuffer>);
}

async function noteLooks() {
  const result = join(root, "tests/fixtures/models/onnx/int8.json");
  const { kept, models, testRows: rows } = JSON.parse(await Deno.readTextFile(result));
  const looks = await Promise.all(names.map(async (name) => {
    const { config } = await readModelFolder(join(root, "models", name));
    const report = models[name][kept].test;
    const evaluation = { source: config.source, rows, report };
    return { name, config, split: `${kaggleSplit.name}, as int8 in ONNX Runtime`, evaluation };
  }));
  await noteScorings(join(root, "models"), looks);
}

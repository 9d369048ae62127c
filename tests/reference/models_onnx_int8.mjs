// What ONNX Runtime for Node makes of the files of 8 bits that models_onnx_int8.ts writes, after models_onnx_int8.py:
//
//     npm install --prefix MODULES onnxruntime-node@1.30.0
//     node tests/reference/models_onnx_int8.mjs FOLDER MODULES
//
// with Node 20.20.2. Adds to tests/fixtures/models/onnx/int8.json how far it is from Python's on ten rows.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, modules] = process.argv.slice(2);
const load = createRequire(join(resolve(modules), "package.json"));
const { InferenceSession, Tensor } = load("onnxruntime-node");
const result = "tests/fixtures/models/onnx/int8.json";
const found = JSON.parse(readFileSync(result, "utf8"));
const rows = new Float32Array(
  Uint8Array.from(readFileSync(join(folder, "extract.beat.f32"))).buffer,
);
for (const [name, kinds] of Object.entries(found.models)) {
  for (const [kind, { extract }] of Object.entries(kinds)) {
    const session = await InferenceSession.create(
      readFileSync(join(folder, `${name}.${kind}.onnx`)),
    );
    const beat = new Tensor("float32", rows, [rows.length / 187, 187, 1]);
    const { probabilities } = await session.run({ beat });
    const differences = extract.flat().map((value, i) => Math.abs(value - probabilities.data[i]));
    kinds[kind].differenceInNode = Number(Math.max(...differences).toPrecision(2));
  }
}
found.versions["onnxruntime-node"] = load("onnxruntime-node/package.json").version;
writeFileSync(result, JSON.stringify(found, null, 1) + "\n");

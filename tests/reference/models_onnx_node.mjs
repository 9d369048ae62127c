// What ONNX Runtime for Node makes of the files that writeOnnx() writes, after models_onnx_written.ts:
//
//     npm install --prefix MODULES onnxruntime-node@1.30.0
//     node tests/reference/models_onnx_node.mjs FOLDER MODULES
//
// with Node 20.20.2. Every file has to give our own outputs within 1e-5 on 1,000 random rows, in batches of 1, of 7 and of
// all. Stores the findings in tests/fixtures/models/onnx/node.json.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import process from "node:process";

const [folder, modules] = process.argv.slice(2);
const load = createRequire(join(resolve(modules), "package.json"));
const { InferenceSession, Tensor } = load("onnxruntime-node");
const { version } = load("onnxruntime-node/package.json");
const ROWS = 1000;

const result = "tests/fixtures/models/onnx/node.json";
// A folder with some of the files adds to what is stored of the others.
const files = existsSync(result) ? JSON.parse(readFileSync(result, "utf8")).files : {};
for (const file of readdirSync(folder).filter((file) => file.endsWith(".onnx")).sort()) {
  const name = file.slice(0, -".onnx".length);
  const bytes = readFileSync(join(folder, file));
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const [inputs, outputs] = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const given = inputs.map((shape, i) => readRows(`${name}.input${i}.f32`, shape));
  const wanted = outputs.map((shape, i) => readRows(`${name}.output${i}.f32`, shape));
  let largest = 0;
  for (const batch of [1, 7, ROWS]) {
    for (let first = 0; first < ROWS; first += batch) {
      largest = Math.max(largest, await difference(session, { given, wanted, first, batch }));
    }
  }
  if (!(largest < 1e-5)) throw new Error(`${name}: ${largest}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  files[name] = { sha256, rows: ROWS, largestDifference: Number(largest.toPrecision(2)) };
  console.log(name, files[name].largestDifference);
}
const found = { versions: { node: process.versions.node, "onnxruntime-node": version }, files };
writeFileSync(result, JSON.stringify(found, null, 1) + "\n");

function readRows(name, [, ...row]) {
  const { buffer, byteOffset, length } = readFileSync(join(folder, name));
  const values = new Float32Array(buffer.slice(byteOffset, byteOffset + length));
  const size = row.reduce((product, one) => product * one, 1);
  return (first, end) => ({
    values: values.subarray(first * size, end * size),
    shape: [end - first, ...row],
  });
}

async function difference(session, { given, wanted, first, batch }) {
  const end = Math.min(ROWS, first + batch);
  const feeds = given.map((rows, i) => {
    const { values, shape } = rows(first, end);
    return [session.inputNames[i], new Tensor("float32", values, shape)];
  });
  const made = await session.run(Object.fromEntries(feeds));
  const differences = wanted.map((rows, i) => {
    const { values, shape } = rows(first, end);
    const { data, dims } = made[session.outputNames[i]];
    if (dims.join() !== shape.join()) throw new Error(`wanted ${shape}, found ${dims}`);
    return data.reduce((largest, value, at) => Math.max(largest, Math.abs(value - values[at])), 0);
  });
  return Math.max(...differences);
}

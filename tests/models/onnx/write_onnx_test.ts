import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { writeOnnx } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "../../../lib/tasks/helpers/export_onnx.ts";
import { publishedNames } from "../../reference/write_test_rows.ts";
import { onnxCases } from "./onnx_cases.ts";
import { readOnnx } from "./read_onnx.ts";

await startBackend();

const root = join(import.meta.dirname!, "..", "..", "..");

/** What ONNX Runtime made of the files: tests/reference/models_onnx_written.py and models_onnx_node.mjs. */
const { files } = await readFixture("written.json");
const { files: filesInNode } = await readFixture("node.json");
const cases = onnxCases();
const published = publishedNames(join(root, "models"));

for (const [name, make] of Object.entries(cases)) {
  Deno.test(`writeOnnx() writes ${name} as ONNX Runtime was seen to compute it`, async () => {
    assertSeen(name, await writeOnnx(await make()));
  });
}

for (const name of published) {
  Deno.test(`ONNX Runtime was seen to score models/${name} as its card does`, async () => {
    const directory = join(root, "models", name);
    const found = files[`models-${name}`];
    assertSeen(`models-${name}`, await exportOnnx(directory));
    const metrics = JSON.parse(await Deno.readTextFile(join(directory, "metrics.json")));
    assert.equal(found.testRows, metrics.rows);
    for (const score of ["accuracy", "macroF1"]) {
      assert.ok(Math.abs(found[score] - metrics[score]) < 1e-4, `${score}: ${found[score]}`);
    }
    const byPatient = metrics.patients !== undefined;
    assert.deepEqual(
      found.inputs,
      byPatient
        ? { difference: ["rows", 49, 1], context: ["rows", 13] }
        : { beat: ["rows", 187, 1] },
    );
    assert.deepEqual(found.outputs, { probabilities: ["rows", byPatient ? 4 : 5] });
    assert.equal(found.metadata.classes, byPatient ? "N,S,V,F" : "N,S,V,F,Q");
    assert.equal(found.metadata.card, `models/${name}/README.md`);
  });
}

for (const name of published) {
  Deno.test(`ONNX Runtime was seen to compute models/${name} folded`, async () => {
    const bytes = await exportOnnx(join(root, "models", name), { folded: true });
    const found = files[`folded-${name}`];
    // Not the digest: the last bit of a folded weight depends on the processor.
    assert.equal(bytes.length, found.bytes);
    for (const { rows, largestDifference } of [found, filesInNode[`folded-${name}`]]) {
      assert.equal(rows, 1000);
      assert.ok(largestDifference < 1e-5);
    }
  });
}

Deno.test("ONNX Runtime was seen to read these files and no others", () => {
  const ofPublished = published.flatMap((name) => [`models-${name}`, `folded-${name}`]);
  const wanted = [...Object.keys(cases), ...ofPublished];
  assert.deepEqual(Object.keys(files).sort(), wanted.sort());
  assert.deepEqual(Object.keys(filesInNode).sort(), wanted);
});

Deno.test("writeOnnx() names the inputs and outputs of a model that has several", () => {
  assert.deepEqual(Object.keys(files["layer-merges"].inputs), ["a", "b"]);
  assert.deepEqual(files["layer-merges"].outputs, { probabilities: ["rows", 30, 3] });
  const { outputs } = files["layer-outputs"];
  assert.deepEqual(Object.keys(outputs), ["features", "noise", "flat", "noise_2"]);
});

Deno.test("writeOnnx() leaves one length of a reshaped row to the others", async () => {
  const input = tf.input({ shape: [6, 4] });
  const reshape = tf.layers.reshape({ name: "pairs", targetShape: [-1, 2] });
  const outputs = reshape.apply(input) as tf.SymbolicTensor;
  const { tensors } = readOnnx(await writeOnnx(tf.model({ inputs: input, outputs })));
  assert.deepEqual(tensors["pairs/shape"]!.values.map(Number), [0, -1, 2]);
});

Deno.test("writeOnnx() refuses by name what it does not translate", async () => {
  const cases: [tf.layers.Layer, RegExp][] = [
    [
      tf.layers.thresholdedReLU({ name: "cut" }),
      /Cannot write model "m" as ONNX: wanted a layer .*Conv1D.* at "cut", found "ThresholdedReLU"/,
    ],
    [
      tf.layers.lstm({ units: 2, name: "memory", activation: "selu" }),
      /wanted one of .*tanh in LSTM "memory", found "selu"/,
    ],
    [
      tf.layers.simpleRNN({ units: 2, name: "memory", stateful: true, batchInputShape: [3, 4, 2] }),
      /wanted false in stateful of SimpleRNN "memory", found true/,
    ],
    [
      tf.layers.batchNormalization({ name: "scaled", axis: 1 }),
      /wanted the last axis as axis of BatchNormalization "scaled", found 1/,
    ],
    [
      tf.layers.timeDistributed({ name: "each", layer: tf.layers.flatten() }),
      /wanted "Dense" in class of TimeDistributed "each", found "Flatten"/,
    ],
  ];
  for (const [layer, message] of cases) {
    const input = tf.input({ batchShape: [3, 4, 2] });
    const outputs = layer.apply(input) as tf.SymbolicTensor;
    await assert.rejects(writeOnnx(tf.model({ name: "m", inputs: input, outputs })), message);
  }
});

async function readFixture(name: string) {
  const folder = join(root, "tests", "fixtures", "models", "onnx");
  return JSON.parse(await Deno.readTextFile(join(folder, name)));
}

/** The bytes are those that ONNX Runtime gave our outputs for, in Python and in Node. */
function assertSeen(name: string, bytes: Uint8Array): void {
  const digest = createHash("sha256").update(bytes).digest("hex");
  for (const { sha256, rows, largestDifference } of [files[name], filesInNode[name]]) {
    assert.equal(digest, sha256);
    assert.equal(rows, 1000);
    assert.ok(largestDifference < 1e-5);
  }
}

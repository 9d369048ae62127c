import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { writeOnnx } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "../../../lib/tasks/helpers/export_onnx.ts";
import { onnxCases } from "./onnx_cases.ts";

await startBackend();

const root = join(import.meta.dirname!, "..", "..", "..");

/** What ONNX Runtime made of the files: tests/reference/models_onnx_written.py. */
const { files } = JSON.parse(
  await Deno.readTextFile(join(root, "tests", "fixtures", "models", "onnx", "written.json")),
);
const cases = onnxCases();
const published = [...Deno.readDirSync(join(root, "models"))]
  .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);

for (const [name, make] of Object.entries(cases)) {
  Deno.test(`writeOnnx() writes ${name} as ONNX Runtime was seen to compute it`, async () => {
    assert.equal(sha256(await writeOnnx(await make())), files[name].sha256);
    assert.ok(files[name].largestDifference < 1e-5);
  });
}

for (const name of published) {
  Deno.test(`ONNX Runtime was seen to score models/${name} as its card does`, async () => {
    const directory = join(root, "models", name);
    const found = files[`models-${name}`];
    assert.equal(sha256(await exportOnnx(directory)), found.sha256);
    assert.ok(found.largestDifference < 1e-5);
    const metrics = JSON.parse(await Deno.readTextFile(join(directory, "metrics.json")));
    assert.equal(found.testRows, metrics.rows);
    for (const score of ["accuracy", "macroF1"]) {
      assert.ok(Math.abs(found[score] - metrics[score]) < 1e-4, `${score}: ${found[score]}`);
    }
    assert.deepEqual(found.inputs, { beat: ["rows", 187, 1] });
    assert.deepEqual(found.outputs, { probabilities: ["rows", 5] });
    assert.equal(found.metadata.classes, "N,S,V,F,Q");
    assert.equal(found.metadata.card, `models/${name}/README.md`);
  });
}

Deno.test("ONNX Runtime was seen to read these files and no others", () => {
  const wanted = [...Object.keys(cases), ...published.map((name) => `models-${name}`)];
  assert.deepEqual(Object.keys(files).sort(), wanted.sort());
});

Deno.test("writeOnnx() names the inputs and outputs of a model that has several", () => {
  assert.deepEqual(Object.keys(files["layer-merges"].inputs), ["a", "b"]);
  assert.deepEqual(files["layer-merges"].outputs, { probabilities: ["rows", 30, 3] });
  const { outputs } = files["layer-outputs"];
  assert.deepEqual(Object.keys(outputs), ["features", "noise", "flat", "noise_2"]);
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

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

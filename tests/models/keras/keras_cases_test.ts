import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import {
  loadModel,
  predictProbabilities,
  readKeras,
  saveModel,
  writeKeras,
} from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { contentDigest } from "./content_digest.ts";
import { fixtures } from "./keras_fixtures.ts";

await startBackend();
const directory = await Deno.makeTempDir();
globalThis.addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));

interface Values {
  shape: number[];
  values: number[];
}

/** Files of Keras 3.15.1 and what it computes from them: tests/reference/keras_cases.py. */
const folder = join(fixtures, "cases");
const { cases } = JSON.parse(await Deno.readTextFile(join(folder, "cases.json"))) as {
  cases: Record<string, { inputs: Values[]; outputs: Values[] }>;
};
const kinds = Object.keys(cases);
const pathOf = (kind: string) => join(folder, `${kind}.keras`);

for (const kind of kinds) {
  Deno.test(`readKeras() computes what Keras does from a file with ${kind.replaceAll("_", " ")}`, async () => {
    assertComputes(await readKeras(pathOf(kind)), kind);
  });
}

for (const kind of kinds) {
  Deno.test(`saveModel() and loadModel() keep a model with ${kind.replaceAll("_", " ")}`, async () => {
    await saveModel(await readKeras(pathOf(kind)), directory);
    assertComputes(await loadModel(directory), kind);
  });
}

for (const kind of kinds) {
  Deno.test(`writeKeras() writes a model with ${kind.replaceAll("_", " ")} that reads the same`, async () => {
    const path = join(directory, "model.keras");
    await writeKeras(await readKeras(pathOf(kind)), path);
    assertComputes(await readKeras(path), kind);
  });
}

Deno.test("Keras was seen to read what writeKeras() writes of all of them", async () => {
  const { files } = JSON.parse(await Deno.readTextFile(join(folder, "written.json")));
  assert.deepEqual(Object.keys(files), kinds);
  for (const kind of kinds) {
    assert.equal(contentDigest(await readKeras(pathOf(kind))), files[kind].content, kind);
    assert.ok(files[kind].largestDifference < 1e-5);
  }
});

for (const kind of ["functions", "gru", "attention", "separable", "models_in_models"]) {
  Deno.test(`a model with ${kind.replaceAll("_", " ")} goes on training, and predicts in parts`, async () => {
    const model = await readKeras(pathOf(kind));
    const [{ values, shape }] = cases[kind]!.inputs as [Values];
    const beat = Float32Array.from(values);
    const rows = { [model.inputNames[0]!]: { shape: shape.slice(1), values: beat } };
    const predicted = predictProbabilities(model, rows, { batchSize: 2 });
    cases[kind]!.outputs[0]!.values.forEach((wanted, i) => {
      assert.ok(Math.abs(predicted[i]! - wanted) < 1e-5);
    });
    const targets = tf.oneHot(tf.tensor1d([0, 1, 2], "int32"), 3);
    model.compile({ optimizer: tf.train.adam(0.01), loss: "categoricalCrossentropy" });
    const { history } = await model.fit(tf.tensor(values, shape), targets, {
      epochs: 10,
      verbose: 0,
    });
    assert.ok((history.loss!.at(-1) as number) < (history.loss![0] as number));
  });
}

function assertComputes(model: tf.LayersModel, kind: string): void {
  const { inputs, outputs } = cases[kind]!;
  const made = tf.tidy(() => {
    const tensors = inputs.map(({ values, shape }) => tf.tensor(values, shape));
    return [model.predict(tensors)].flat().map((tensor) => ({
      shape: tensor.shape,
      values: tensor.dataSync(),
    }));
  });
  assert.deepEqual(made.map(({ shape }) => shape), outputs.map(({ shape }) => shape));
  made.forEach(({ values }, i) => {
    values.forEach((value, j) => {
      const wanted = outputs[i]!.values[j]!;
      const off = Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));
      assert.ok(off < 1e-5, `output ${i}, value ${j}: ${value} is not ${wanted}`);
    });
  });
}

import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn, loadModel, modelFamilies } from "lib/models/mod.ts";
import { readKeras, writeKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { completeRecipe, recipes } from "lib/training/mod.ts";
import { publishedNames } from "../../reference/write_test_rows.ts";
import { contentDigest } from "./content_digest.ts";
import { type Description, fixtures, goldenPath, goldens, unpackKeras } from "./keras_fixtures.ts";
import { storedArrays } from "./stored_arrays.ts";

await startBackend();
const directory = await Deno.makeTempDir();
const path = join(directory, "model.keras");
globalThis.addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));

for (const [name, version] of goldens) {
  Deno.test(`writeKeras() writes the ${name} of Keras ${version} as that did`, async () => {
    await writeKeras(await readKeras(goldenPath(name, version)), path);
    const [found, wanted] = [await unpackKeras(path), await unpackKeras(goldenPath(name, version))];
    const arrays = await storedArrays(wanted["model.weights.h5"]);
    assert.deepEqual(await storedArrays(found["model.weights.h5"]), arrays);
    const [ours, theirs] = [found, wanted].map((files) =>
      comparable(JSON.parse(new TextDecoder().decode(files["config.json"])))
    );
    assertWithin(ours, theirs, "config.json");
  });
}

/** What Keras made of the files, by its version: tests/reference/models_keras_written.py. */
const checked = JSON.parse(await Deno.readTextFile(join(fixtures, "written.json")));
const versions = Object.keys(checked);

Deno.test("writeKeras() still writes what Keras was seen to load", async () => {
  for (const name of new Set(goldens.map(([name]) => name))) {
    const digest = contentDigest(await readKeras(goldenPath(name)));
    for (const version of versions) {
      assert.equal(checked[version][name].content, digest);
    }
  }
});

// Autoencoders are checked by what they give back: autoencoders_test.ts.
const classifiers = Object.keys(recipes).filter((name) => recipes[name]!.family !== "autoencoder");
for (const name of classifiers) {
  Deno.test(`Keras was seen to load a network of the recipe ${name} as it is built`, async () => {
    const { family, config } = completeRecipe(name);
    const model = modelFamilies[family].build(config, { seed: 1 });
    for (const version of versions) {
      assert.equal(checked[version][`recipe-${name}`].content, contentDigest(model), version);
    }
    await writeKeras(model, path);
    const [before, after] = [model, await readKeras(path)].map((one) =>
      one.getWeights().map((weight) => weight.dataSync())
    );
    assert.deepEqual(after, before);
  });
}

const published = join(import.meta.dirname!, "../../../models");
for (const name of publishedNames(published)) {
  Deno.test(`Keras was seen to load models/${name}/model.keras and to score it as the card does`, async () => {
    const folder = join(published, name);
    const models = [await readKeras(join(folder, "model.keras")), await loadModel(folder)];
    const digests = models.map(contentDigest);
    const metrics = JSON.parse(await Deno.readTextFile(join(folder, "metrics.json")));
    for (const version of versions) {
      const { content, accuracy, macroF1, testRows } = checked[version][`models-${name}`];
      assert.deepEqual(digests, [content, content], version);
      assert.equal(metrics.rows, testRows);
      for (const [found, stored] of [[accuracy, metrics.accuracy], [macroF1, metrics.macroF1]]) {
        assert.ok(Math.abs(found - stored) < 1e-4, `Keras ${version}: ${found} is not ${stored}`);
      }
    }
  });
}

for (
  const [name, model] of Object.entries({
    cnn: buildCnn({}, { standardizer: { mean: 0.3, deviation: 0.2 }, seed: 1 }),
    lstm: buildRnn({ units: [5, 3] }, { seed: 1 }),
    gru: buildRnn({ cell: "gru", units: [5, 3], bidirectional: true }, { seed: 1 }),
    simple: buildRnn({ cell: "simple", units: [5, 3] }, { seed: 1 }),
  })
) {
  Deno.test(`a ${name} comes back with the same weights and outputs`, async () => {
    await writeKeras(model, path);
    const read = await readKeras(path);
    const [before, after] = [model, read].map((model) =>
      model.getWeights().map((w) => w.dataSync())
    );
    assert.deepEqual(after, before);
    const x = tf.randomUniform([3, 187, 1], 0, 1, "float32", 1);
    const [a, b] = [model, read].map((model) => (model.predict(x) as tf.Tensor).dataSync());
    assert.deepEqual(b, a);
  });
}

Deno.test("writeKeras() leaves one length of a reshaped row to the others", async () => {
  const input = tf.input({ shape: [6, 4] });
  const reshape = tf.layers.reshape({ targetShape: [-1, 2] });
  const outputs = reshape.apply(input) as tf.SymbolicTensor;
  await writeKeras(tf.model({ inputs: input, outputs }), path);
  const { "config.json": config } = await unpackKeras(path);
  const { layers } = JSON.parse(new TextDecoder().decode(config)).config;
  assert.deepEqual(layers[1].config.target_shape, [-1, 2]);
  const made = (await readKeras(path)).predict(tf.zeros([1, 6, 4])) as tf.Tensor;
  assert.deepEqual(made.shape, [1, 12, 2]);
});

Deno.test("writeKeras() refuses what Keras has not, and leaves the file that was there", async () => {
  const input = tf.input({ shape: [4, 1] });
  const model = (layer: tf.layers.Layer) => {
    return tf.model({ inputs: input, outputs: layer.apply(input) as tf.SymbolicTensor });
  };
  await Deno.writeTextFile(path, "before");
  const cases: [tf.layers.Layer, RegExp][] = [
    [
      tf.layers.lstm({ units: 2 }),
      /silu.* in recurrent_activation of LSTM ".*", found "hardSigmoid"/,
    ],
    [tf.layers.thresholdedReLU(), /wanted a layer that Keras has \(.*\), found "ThresholdedReLU"/],
    [tf.layers.dense({ units: 2, biasConstraint: "nonNeg" }), /wanted null in bias_constraint/],
    [tf.layers.dropout({ rate: 0.5, noiseShape: [1, 4, 1] }), /wanted null in noise_shape/],
  ];
  for (const [layer, message] of cases) {
    await assert.rejects(writeKeras(model(layer), path), message);
  }
  assert.equal(await Deno.readTextFile(path), "before");
  assert.deepEqual([...Deno.readDirSync(directory)].map(({ name }) => name), ["model.keras"]);
});

/** What changes no output (the first three), what Keras 3.4 leaves out, and what a call is told. */
const passed = ["seed", "unroll", "zero_output_for_mask", "alpha", "kwargs", "shared_object_id"];

/** A description in which what can be said in two ways is said in one. */
function comparable(value: Description, key = ""): Description {
  if (key === "dtype") return value.config?.name ?? value;
  if (key === "class_name") return value.replace("OrthogonalInitializer", "Orthogonal");
  if (/^(in|out)put_layers$/.test(key)) return typeof value[0] === "string" ? [value] : value;
  if (Array.isArray(value)) return value.map((item) => comparable(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name, inner]) =>
      // TensorFlow.js counts the axes of a layer normalization from the start.
      !passed.includes(name) && !(name === "axis" && Array.isArray(inner))
    ).map(([name, inner]) => [name, comparable(inner, name)]),
  );
}

/** Every value that we write is Keras's own; Keras writes more: how to build, to compile, what later versions have. */
function assertWithin(ours: Description, theirs: Description, where: string): void {
  if (typeof ours !== "object" || ours === null || theirs === null) {
    return assert.deepEqual(ours, theirs, where);
  }
  for (const key of Object.keys(ours)) assertWithin(ours[key], theirs?.[key], `${where}/${key}`);
  if (Array.isArray(ours)) assert.equal(ours.length, theirs.length, where);
}

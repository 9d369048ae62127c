import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn, loadModel, parseModel, saveModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();
const directory = await Deno.makeTempDir();
const standardizer = { mean: 0.3, deviation: 0.2 };

for (const [name, build] of Object.entries({ cnn: buildCnn, rnn: buildRnn })) {
  Deno.test(`the ${name} comes back from its files with the same outputs`, async () => {
    const model = build({}, { standardizer, seed: 1 });
    await saveModel(model, join(directory, name));
    assert.deepEqual([...Deno.readDirSync(join(directory, name))].map((f) => f.name).sort(), [
      "model.json",
      "weights.bin",
    ]);
    const loaded = await loadModel(join(directory, name));
    const x = tf.randomUniform([4, 187, 1], 0, 1, "float32", 1);
    const [a, b] = [model.predict(x), loaded.predict(x)] as tf.Tensor[];
    assert.deepEqual([...b!.dataSync()], [...a!.dataSync()]);
  });
}

Deno.test("parseModel() gives the model that lies within other bytes", async () => {
  const model = buildCnn({}, { standardizer, seed: 2 });
  await saveModel(model, join(directory, "parsed"));
  const weights = await Deno.readFile(join(directory, "parsed/weights.bin"));
  const within = new Uint8Array(weights.length + 7);
  within.set(weights, 4);
  const description = await Deno.readTextFile(join(directory, "parsed/model.json"));
  const parsed = await parseModel(description, within.subarray(4, 4 + weights.length));
  const x = tf.randomUniform([4, 187, 1], 0, 1, "float32", 1);
  const [a, b] = [model.predict(x), parsed.predict(x)] as tf.Tensor[];
  assert.deepEqual([...b!.dataSync()], [...a!.dataSync()]);
  await assert.rejects(parseModel("{", weights), SyntaxError);
});

Deno.test("weights of a larger model than the one that is described are an error", async () => {
  const folders = [4, 8].map((filters) => join(directory, `filters_${filters}`));
  const [small, large] = folders as [string, string];
  await saveModel(buildCnn({ filters: [4], kernels: [3] }), small);
  await saveModel(buildCnn({ filters: [8], kernels: [3] }), large);
  await Deno.copyFile(join(large, "weights.bin"), join(small, "weights.bin"));
  await assert.rejects(loadModel(small), /found: .* its weights must have \d+ bytes but have \d+/);
});

Deno.test("what is not a model is a clear error", async () => {
  await assert.rejects(loadModel(join(directory, "none")), /Cannot load a model from ".*none"/);
  const damaged = join(directory, "cnn");
  const weights = join(damaged, "weights.bin");
  await Deno.writeFile(weights, (await Deno.readFile(weights)).subarray(0, 1000));
  await assert.rejects(loadModel(damaged), /Cannot load a model from ".*cnn": wanted model.json/);
});

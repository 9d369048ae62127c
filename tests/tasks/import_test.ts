import assert from "node:assert/strict";
import { join } from "node:path";
import { loadModel, openModel, predictProbabilities } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { importModel } from "../../lib/tasks/import.ts";

await startBackend();
const cases = join(import.meta.dirname!, "../fixtures/models/keras/cases");
const file = join(cases, "gru_both_ways.keras");

Deno.test("importModel() makes a folder that predicts what the file does, and holds it", async () => {
  const folder = join(await Deno.makeTempDir(), "gru");
  assert.equal(await importModel(file, folder), 261);
  assert.deepEqual(await Deno.readFile(join(folder, "model.keras")), await Deno.readFile(file));
  const [imported, read] = [await loadModel(folder), await openModel(file)].map((model) => {
    const values = Float32Array.from({ length: 5 * 24 }, (_, i) => Math.sin(i));
    return predictProbabilities(model, { [model.inputNames[0]!]: { shape: [12, 2], values } });
  });
  assert.equal(imported!.length, 15);
  assert.deepEqual(imported, read);
});

Deno.test("importModel() keeps a file of Keras 2 by its own ending, without which Keras does not load it", async () => {
  const folder = join(await Deno.makeTempDir(), "residual");
  await importModel(join(cases, "../h5/residual.h5"), `${folder}/`);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
  assert.deepEqual(names.sort(), ["model.h5", "model.json", "weights.bin"]);
});

Deno.test("importModel() leaves a folder alone that holds something, and files that are not Keras's", async () => {
  await assert.rejects(
    importModel(file, cases),
    /wanted an empty folder or none, found .*activations\.keras/,
  );
  await assert.rejects(importModel("model.onnx", "any"), /wanted a Keras file, NAME\.keras/);
});

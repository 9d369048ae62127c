import assert from "node:assert/strict";
import { join } from "node:path";
import { loadModel, readKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { contentDigest } from "./content_digest.ts";

await startBackend();

/** What Keras gave back, by its version: tests/reference/models_autoencoders.py. */
const root = join(import.meta.dirname!, "../../..");
const checked: Record<
  string,
  Record<string, { content: string; rows: number; largestDifference: number }>
> = JSON.parse(
  await Deno.readTextFile(join(root, "tests/fixtures/models/keras/autoencoders.json")),
);

for (const name of ["autoencoder", "autoencoder_by_patient"]) {
  Deno.test(`Keras was seen to give back what models/${name} does, to 1e-5`, async () => {
    const folder = join(root, "models", name);
    const models = [await readKeras(join(folder, "model.keras")), await loadModel(folder)];
    const digests = models.map(contentDigest);
    for (const [version, found] of Object.entries(checked)) {
      const { content, rows, largestDifference } = found[name]!;
      assert.deepEqual(digests, [content, content], version);
      assert.ok(rows === 1000 && largestDifference < 1e-5, `${version}: ${largestDifference}`);
    }
    assert.ok("3.15.1" in checked);
  });
}

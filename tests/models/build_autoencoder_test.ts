import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { buildAutoencoder, codeLayer, readKeras, writeKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

const both = { view: "difference", contextUnits: 8 } as const;

Deno.test("buildAutoencoder() gives a row back, flat, however long it is", () => {
  for (const length of [187, 49, 20]) {
    const model = buildAutoencoder({}, { inputShape: [length, 1] });
    assert.deepEqual(model.outputs[0]!.shape, [null, length]);
    assert.deepEqual(model.getLayer(codeLayer).outputShape, [null, 8]);
  }
  const deep = buildAutoencoder({ filters: [4, 6, 8], kernels: [7, 5, 3], code: 3 });
  assert.deepEqual(deep.outputs[0]!.shape, [null, 187]);
  assert.deepEqual(deep.getLayer(codeLayer).outputShape, [null, 3]);
});

Deno.test("an autoencoder of two inputs gives both back, one after the other", () => {
  const model = buildAutoencoder(both);
  assert.deepEqual(model.inputNames, ["difference", "context"]);
  assert.deepEqual(model.outputs[0]!.shape, [null, 49 + 13]);
});

Deno.test("what an autoencoder gives is in the inputs' own units", () => {
  const setting = {
    standardizer: { mean: 5, deviation: 2 },
    context: { length: 13, standardizer: { mean: -3, deviation: 0.5 } },
  };
  const [plain, scaled] = [buildAutoencoder(both), buildAutoencoder(both, setting)];
  const x = tf.randomNormal([4, 49, 1], 0, 1, "float32", 1);
  const context = tf.randomNormal([4, 13], 0, 1, "float32", 2);
  const a = plain.predict([x, context]) as tf.Tensor;
  const b = scaled.predict([x.mul(2).add(5), context.mul(0.5).sub(3)]) as tf.Tensor;
  const [row, rhythm] = tf.split(a, [49, 13], 1);
  const wanted = tf.concat([row!.mul(2).add(5), rhythm!.mul(0.5).sub(3)], 1);
  const off = wanted.sub(b).abs().max().dataSync()[0]!;
  assert.ok(off < 1e-5, `off by ${off}`);
});

Deno.test("the seed decides an autoencoder's initial weights", () => {
  const weights = (seed: number) =>
    buildAutoencoder({}, { seed }).getWeights().map((w) => [...w.dataSync()]);
  assert.deepEqual(weights(1), weights(1));
  assert.notDeepEqual(weights(1)[0], weights(2)[0]);
});

Deno.test("buildAutoencoder() refuses a code of no numbers", () => {
  for (const code of [0, 1.5, NaN]) {
    assert.throws(() => buildAutoencoder({ code }), /its code must have 1 number or more but has/);
  }
});

Deno.test("an autoencoder comes back from a Keras file with the same weights", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "model.keras");
  const model = buildAutoencoder(both, { standardizer: { mean: 5, deviation: 2 } });
  await writeKeras(model, path);
  const [before, after] = [model, await readKeras(path)].map((one) =>
    one.getWeights().map((weight) => [...weight.dataSync()])
  );
  assert.deepEqual(after, before);
  await Deno.remove(directory, { recursive: true });
});

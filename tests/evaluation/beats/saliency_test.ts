import assert from "node:assert/strict";
import { saliency } from "lib/evaluation/mod.ts";
import { buildCnn } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { tinyDataset, tinyModel } from "../tiny_model.ts";

const near = (found: Float32Array, wanted: number[]) =>
  found.forEach((value, index) => assert.ok(Math.abs(value - wanted[index]!) < 1e-5, `${found}`));

Deno.test("saliency() of a linear score is the size of its weights, with noise and without", async () => {
  await startBackend({ warn: () => {} });
  const classes = [0, 1, 2, 3, 4];
  const wanted = [[3, 0, 0, 0], [0, 3, 0, 0], [0, 0, 3, 0], [0, 0, 0, 2], [0, 0, 0, 0]].flat();
  near(saliency(tinyModel(), tinyDataset(), { classes, copies: 1 }), wanted);
  near(saliency(tinyModel(), tinyDataset(), { classes, copies: 4 }), wanted);
});

Deno.test("saliency() asks about the class that the model gives a row", async () => {
  await startBackend({ warn: () => {} });
  const values = saliency(tinyModel(), tinyDataset(), { copies: 1 });
  near(values.subarray(8, 12), [0, 3, 0, 0]);
});

Deno.test("saliency() takes any number of rows", async () => {
  await startBackend({ warn: () => {} });
  const { shape } = tinyDataset().inputs.beat!;
  const labels = new Uint8Array(300);
  const inputs = { beat: { shape, values: new Float32Array(1200) } };
  inputs.beat.values.set([0, 1, 0, 0], 1196);
  const values = saliency(tinyModel(), { inputs, labels }, { copies: 1 });
  near(values.subarray(1196), [0, 3, 0, 0]);
  near(values.subarray(1192, 1196), [3, 0, 0, 0]);
});

Deno.test("saliency() draws the same noise each time, and another for another seed", async () => {
  await startBackend({ warn: () => {} });
  const model = buildCnn({ filters: [4], kernels: [5], dense: 6 }, { seed: 1 });
  const values = Float32Array.from({ length: 187 }, (_, index) => Math.sin(index));
  const rows = { inputs: { beat: { shape: [187, 1], values } }, labels: Uint8Array.of(0) };
  const found = (seed?: number) => [...saliency(model, rows, { copies: 3, noise: 0.5, seed })];
  assert.deepEqual(found(), found());
  assert.notDeepEqual(found(1), found());
});

Deno.test("saliency() names the inputs that the model has", () => {
  assert.throws(
    () => saliency(tinyModel(), tinyDataset(), { input: "rhythm" }),
    /input "rhythm": wanted one of beat/,
  );
});

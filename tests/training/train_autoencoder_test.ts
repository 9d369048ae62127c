import assert from "node:assert/strict";
import type * as tf from "@tensorflow/tfjs";
import type { Audit, Dataset, Role } from "lib/beats/mod.ts";
import { buildAutoencoder, predictProbabilities, rowTargets } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { type TrainingOptions, trainModel } from "lib/training/mod.ts";

const madeAudit = { split: "made" } as Audit;

await startBackend();

/** Rows of two numbers, a height and a place, some of them shorter than the others. */
function rows<R extends Role>(role: R, count: number): Dataset<R> {
  const prng = createPrng(count);
  const values = new Float32Array(count * 24);
  for (let row = 0; row < count; row++) {
    const [height, place, end] = [1 + prng(), 3 + 8 * prng(), row % 3 === 0 ? 16 : 24];
    for (let i = 0; i < end; i++) {
      values[row * 24 + i] = 0.1 + 0.2 * prng() + height * Math.exp(-((i - place) ** 2) / 4);
    }
  }
  return {
    role,
    inputs: { beat: { shape: [24, 1], values } },
    labels: new Uint8Array(count),
    provenance: [],
    source: { name: "bumps", synthetic: true },
    audit: madeAudit,
  };
}

const data = { train: rows("train", 300), validation: rows("validation", 60) };
const setting = { inputShape: [24, 1], seed: 1, standardizer: { mean: 0.4, deviation: 0.5 } };
const small = () => buildAutoencoder({ filters: [6, 6], kernels: [5, 3], code: 2 }, setting);
const common: TrainingOptions = {
  ...data,
  target: "input",
  epochs: 4,
  batchSize: 32,
  learningRate: 1e-2,
  patience: 0,
};
const weightsOf = (model: tf.LayersModel) => model.getWeights().map((w) => [...w.dataSync()]);

Deno.test("trainModel() lets a model learn to give back its input", async () => {
  const model = small();
  const { epochs, bestEpoch } = await trainModel(model, { ...common, epochs: 25 });
  const best = epochs[bestEpoch - 1]!;
  assert.ok(best.valLoss < 0.5 * epochs[0]!.valLoss, `${epochs[0]!.valLoss} to ${best.valLoss}`);
  assert.equal(best.valLoss, Math.min(...epochs.map(({ valLoss }) => valLoss)));
  for (const { target, valLoss, valAccuracy, valMacroF1 } of epochs) {
    assert.equal(target, "input");
    assert.deepEqual([valAccuracy, valMacroF1], [1 - valLoss, 1 - valLoss]);
  }
});

Deno.test("the loss of a validation row is that of its own values, each in units of its deviation", async () => {
  const model = small();
  const { epochs, bestEpoch } = await trainModel(model, { ...common, epochs: 2 });
  const given = predictProbabilities(model, data.validation.inputs);
  const all = Uint32Array.from({ length: 300 }, (_, i) => i);
  const train = rowTargets(data.train.inputs, all, { names: ["beat"] });
  const { targets, weights, size } = rowTargets(data.validation.inputs, all.subarray(0, 60), {
    names: ["beat"],
  });
  const variances = Array.from({ length: size }, (_, k) => {
    const own = Array.from(all, (row) => row * size + k).filter((i) => train.weights[i] !== 0)
      .map((i) => train.targets[i]!);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    return own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
  });
  let loss = 0;
  for (let row = 0; row < 60; row++) {
    const at = Array.from({ length: size }, (_, k) => row * size + k).filter((i) => weights[i]);
    const errors = at.map((i) => (given[i]! - targets[i]!) ** 2 / variances[i % size]!);
    loss += errors.reduce((sum, error) => sum + error, 0) / errors.length / 60;
  }
  const told = epochs[bestEpoch - 1]!.valLoss;
  assert.ok(Math.abs(told - loss) < 1e-4 * loss, `${told} is not ${loss}`);
});

Deno.test("a resumed training of an autoencoder ends in the same weights", async () => {
  const directory = await Deno.makeTempDir();
  const [whole, resumed] = [small(), small()];
  await trainModel(whole, common);
  const stop = new AbortController();
  await trainModel(small(), {
    ...common,
    directory,
    signal: stop.signal,
    onEvent: (event) => event.type === "epoch" && event.record.epoch === 2 && stop.abort(),
  });
  const { epochs } = await trainModel(resumed, { ...common, directory, resume: true });
  assert.equal(epochs.length, 4);
  assert.deepEqual(weightsOf(resumed), weightsOf(whole));
  await assert.rejects(
    trainModel(small(), { ...common, target: "classes", directory, resume: true }),
    /target must be classes but was input/,
  );
  await Deno.remove(directory, { recursive: true });
});

Deno.test("noise is added to what an autoencoder is given, not to what it is to give", async () => {
  const { epochs } = await trainModel(small(), { ...common, noise: 10 });
  // Noise of a hundred times the variance could not be given back.
  assert.ok(epochs.at(-1)!.loss < 3, `${epochs.at(-1)!.loss}`);
});

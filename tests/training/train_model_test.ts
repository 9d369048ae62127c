import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type { Audit, Dataset, Role } from "lib/beats/mod.ts";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { readCheckpoint, writeCheckpoint } from "lib/training/checkpoint.ts";
import { leaveOutKernels } from "lib/tensorflow/kernels.ts";
import {
  kernelsOfCheckpoint,
  type TrainingEvent,
  type TrainingOptions,
  trainModel,
} from "lib/training/mod.ts";

const madeAudit = { split: "made" } as Audit;

await startBackend();

/** Rows whose class is the place of a bump. */
function rows<R extends Role>(role: R, count: number): Dataset<R> {
  const prng = createPrng(count);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 5);
  const values = new Float32Array(count * 20);
  labels.forEach((label, row) => {
    for (let i = 0; i < 20; i++) {
      values[row * 20 + i] = prng() * 0.5 + (Math.floor(i / 4) === label ? 1 : 0);
    }
  });
  return {
    role,
    inputs: { beat: { shape: [20, 1], values } },
    labels,
    provenance: [],
    source: { name: "bumps", synthetic: true },
    audit: madeAudit,
  };
}

const data = { train: rows("train", 203), validation: rows("validation", 45) };
const setting = { inputShape: [20, 1], seed: 1 };
const small = () => buildCnn({ filters: [4], kernels: [3], dense: 6, dropout: 0.2 }, setting);
const common = { ...data, epochs: 4, batchSize: 32, learningRate: 1e-2 };
const weightsOf = (model: tf.LayersModel) => model.getWeights().map((w) => [...w.dataSync()]);
const inFolder = async (run: (directory: string) => Promise<void>) => {
  const directory = await Deno.makeTempDir();
  try {
    await run(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
};

Deno.test("trainModel() learns what can be learned", async () => {
  const history = await trainModel(small(), { ...common, epochs: 12 });
  assert.equal(history.epochs.length, 12);
  assert.ok(history.epochs.at(-1)!.loss < history.epochs[0]!.loss / 2);
  assert.ok(history.epochs.at(-1)!.valAccuracy > 0.9);
});

Deno.test("trainModel() refuses rows that were not looked through for leaks together", async () => {
  const { audit: _, ...unchecked } = common.train;
  const refused = [{ ...common, train: unchecked }, {
    ...common,
    validation: { ...common.validation, audit: { ...madeAudit } },
  }];
  for (const options of refused) {
    await assert.rejects(
      trainModel(small(), { ...options, epochs: 1 }),
      /looked through for leaks/,
    );
  }
});

const one = { ...common, epochs: 1 };
const unfit: [string, TrainingOptions, RegExp][] = [
  ["no training rows", { ...one, train: rows("train", 0) }, /wanted train rows, found none/],
  [
    "no rows to validate on",
    { ...one, validation: rows("validation", 0) },
    /validation rows, found/,
  ],
  [
    "class weights that are not there",
    { ...one, classWeights: true },
    /5 numbers.* not given, while/,
  ],
  ["one weight for all classes", { ...one, weights: [3] }, /weights must be 5 numbers.* are \[3\]/],
  [
    "negative weights",
    { ...one, weights: [1, 1, 1, 1, -1] },
    /5 numbers from 0.* are \[1,1,1,1,-1\]/,
  ],
];
for (const [what, options, message] of unfit) {
  Deno.test(`trainModel() refuses ${what}`, async () => {
    await assert.rejects(trainModel(small(), options), message);
  });
}

Deno.test("trainModel() refuses labels beyond the model's classes", async () => {
  const model = buildCnn({ filters: [4], kernels: [3], dense: 6 }, { ...setting, classes: 4 });
  await assert.rejects(
    trainModel(model, one),
    /labels of train rows must be below the model's 4 classes but row 4 has 4/,
  );
});

Deno.test("trainModel() leaves the model with the weights of the best epoch", async () => {
  const model = small();
  const history = await trainModel(model, { ...common, epochs: 6 });
  const scores = history.epochs.map(({ valMacroF1 }) => valMacroF1);
  assert.equal(history.bestEpoch, 1 + scores.indexOf(Math.max(...scores)));
  const again = small();
  await trainModel(again, { ...common, epochs: 6, patience: 0 });
  assert.deepEqual(weightsOf(again), weightsOf(model));
  const predicted = tf.tidy(() =>
    (model.predict(tf.tensor(data.validation.inputs.beat!.values, [45, 20, 1])) as tf.Tensor)
      .argMax(-1).dataSync()
  );
  const right = predicted.filter((label, i) => label === data.validation.labels[i]).length;
  assert.equal(right / 45, history.epochs[history.bestEpoch - 1]!.valAccuracy);
});

const rnn = () => buildRnn({ units: [6, 4], dense: 4, dropout: 0.2 }, setting);
/** All that can be set to train otherwise. */
const changes: Partial<TrainingOptions> = {
  stretching: 0.1,
  scaling: 0.1,
  noise: 0.1,
  clipNorm: 0.5,
  labelSmoothing: 0.1,
  focusing: 2,
  mixup: 0.4,
  warmupEpochs: 1.5,
  emaMomentum: 0.9,
  movingMeans: "keras",
  weights: [1, 2, 3, 4, 5],
};
const trainings = {
  CNN: { build: small, change: {} },
  RNN: { build: rnn, change: {} },
  "CNN with all options": { build: small, change: changes },
  "CNN with a mean over epochs": { build: small, change: { averagedEpochs: 2 } },
};

for (const [name, { build, change }] of Object.entries(trainings)) {
  Deno.test(`a training of the ${name} that was stopped and resumed ends in the same weights`, async () => {
    await inFolder(async (directory) => {
      const same = { ...common, schedule: "plateau", ...change } as const;
      const whole = build();
      const wanted = await trainModel(whole, same);
      const stopped = trainModel(build(), {
        ...same,
        directory,
        onEvent(event) {
          if (event.type === "batch" && event.epoch === 3) throw new Error("stopped");
        },
      });
      await assert.rejects(stopped, /stopped/);
      const resumed = build();
      const history = await trainModel(resumed, { ...same, directory, resume: true });
      assert.deepEqual(weightsOf(resumed), weightsOf(whole));
      const scores = (one: typeof history) => one.epochs.map(({ seconds: _, ...rest }) => rest);
      assert.deepEqual(scores(history), scores(wanted));
    });
  });
}

Deno.test("every validation row counts once, however many the last batch holds", async () => {
  const model = small();
  const validation = rows("validation", 700);
  const { epochs: [epoch] } = await trainModel(model, { ...common, epochs: 1, validation });
  const { values } = validation.inputs.beat!;
  const probabilities = tf.tidy(() =>
    (model.predict(tf.tensor(values, [700, 20, 1])) as tf.Tensor2D).arraySync()
  );
  const losses = probabilities.map((row, i) => -Math.log(row[validation.labels[i]!]!));
  const right = probabilities.filter((row, i) =>
    row.indexOf(Math.max(...row)) === validation.labels[i]
  );
  assert.ok(Math.abs(losses.reduce((a, b) => a + b) / 700 - epoch!.valLoss) < 1e-5);
  assert.equal(epoch!.valAccuracy, right.length / 700);
  const lossAt = (temperature: number) =>
    probabilities.reduce((sum, row, i) => {
      const powers = row.map((p) => p ** (1 / temperature));
      return sum - Math.log(powers[validation.labels[i]!]! / powers.reduce((a, b) => a + b));
    }, 0) / 700;
  const best = Math.min(...Array.from({ length: 400 }, (_, i) => lossAt(0.1 * 1.02 ** i)));
  assert.ok(Math.abs(epoch!.valTemperedLoss! - best) < 1e-4, `${epoch!.valTemperedLoss} ${best}`);
});

Deno.test("each option of the training changes what is learned", async () => {
  const learned = async (change: Partial<TrainingOptions>) => {
    const model = small();
    await trainModel(model, { ...common, epochs: 1, ...change });
    return weightsOf(model);
  };
  const plain = await learned({});
  assert.deepEqual(await learned({}), plain);
  for (const [key, value] of Object.entries(changes)) {
    assert.notDeepEqual(await learned({ [key]: value }), plain, key);
  }
});

Deno.test("with averagedEpochs the mean of the last epochs' weights is kept, and training goes on without it", async () => {
  const ends = async (change: Partial<TrainingOptions>) => {
    const model = small();
    const weights: number[][][] = [];
    const { bestEpoch } = await trainModel(model, {
      ...common,
      ...change,
      onEvent: ({ type }) => type === "epoch" && weights.push(weightsOf(model)),
    });
    return { kept: weightsOf(model), weights, bestEpoch };
  };
  const plain = await ends({});
  const { kept, weights, bestEpoch } = await ends({ averagedEpochs: 2 });
  assert.deepEqual(weights, plain.weights);
  assert.ok(bestEpoch > 1);
  const [before, last] = [weights[bestEpoch - 2]!, weights[bestEpoch - 1]!];
  const means = last.map((weight, i) => weight.map((value, j) => (value + before[i]![j]!) / 2));
  assert.deepEqual(kept, means.map((weight) => weight.map(Math.fround)));
});

Deno.test("after a few steps validation follows training, unless moving means are Keras's", async () => {
  const raised = <R extends Role>(data: Dataset<R>): Dataset<R> => {
    const { shape, values } = data.inputs.beat!;
    return { ...data, inputs: { beat: { shape, values: values.map((value) => value + 3) } } };
  };
  const last = async (movingMeans: "settled" | "keras") => {
    const model = buildCnn({ filters: [8], kernels: [3], dense: 16, dropout: 0 }, setting);
    const { epochs } = await trainModel(model, {
      ...common,
      train: raised(data.train),
      validation: raised(data.validation),
      epochs: 3, // of 7 steps
      movingMeans,
    });
    return epochs.at(-1)!;
  };
  const [settled, keras] = [await last("settled"), await last("keras")];
  assert.equal(settled.loss, keras.loss);
  assert.ok(settled.accuracy > 0.95, `${settled.accuracy}`);
  assert.ok(settled.valAccuracy > 0.95, `${settled.valAccuracy}`);
  assert.ok(keras.valAccuracy < 0.3, `${keras.valAccuracy}`); // one class for all rows
});

Deno.test("a training is resumed with the kernels that it began with", async () => {
  await inFolder(async (directory) => {
    leaveOutKernels(["parts"]);
    try {
      const stop = new AbortController();
      const onEvent = ({ type }: TrainingEvent) => type === "epoch" && stop.abort();
      await trainModel(small(), { ...common, directory, signal: stop.signal, onEvent });
      assert.deepEqual(await kernelsOfCheckpoint(directory), ["parts"]);
      leaveOutKernels([]);
      await assert.rejects(
        trainModel(small(), { ...common, directory, resume: true }),
        /Cannot resume .*: kernels must be all but was all but parts/,
      );
    } finally {
      leaveOutKernels([]);
    }
  });
});

Deno.test("a checkpoint from before there were weight averages is gone on from with Keras's moving means", async () => {
  await inFolder(async (directory) => {
    const keras = { ...common, movingMeans: "keras" } as const;
    const whole = small();
    await trainModel(whole, keras);
    const stop = new AbortController();
    const onEvent = ({ type }: TrainingEvent) => type === "epoch" && stop.abort();
    await trainModel(small(), { ...keras, directory, signal: stop.signal, onEvent });
    const path = `${directory}/checkpoint.bin`;
    type Meta = { config: Record<string, unknown>; counts: number[] };
    const { meta, arrays } = (await readCheckpoint<Meta>(path))!;
    for (const key of ["warmupEpochs", "mixup", "emaMomentum", "averagedEpochs", "movingMeans"]) {
      delete meta.config[key];
    }
    meta.counts.pop();
    await writeCheckpoint(path, { meta, arrays });
    const resumed = small();
    await assert.rejects(
      trainModel(resumed, { ...common, directory, resume: true }),
      /Cannot resume .*movingMeans must be settled but was keras/,
    );
    await trainModel(resumed, { ...keras, directory, resume: true });
    assert.deepEqual(weightsOf(resumed), weightsOf(whole));
  });
});

Deno.test("a checkpoint of another configuration is refused", async () => {
  await inFolder(async (directory) => {
    await trainModel(small(), { ...common, epochs: 1, directory });
    const other = { ...common, epochs: 1, directory, batchSize: 16, resume: true };
    await assert.rejects(
      trainModel(small(), other),
      /Cannot resume .*batchSize must be 16 but was 32/,
    );
  });
});

Deno.test("a stop ends training after the current batch and keeps the best weights", async () => {
  const stopped = async () => {
    const stop = new AbortController();
    const model = small();
    const history = await trainModel(model, {
      ...common,
      signal: stop.signal,
      onEvent: (event: TrainingEvent) => {
        if (event.type === "batch" && event.epoch === 3) stop.abort();
      },
    });
    return { model, history };
  };
  const { model, history } = await stopped();
  assert.equal(history.epochs.length, 2);
  const predicted = tf.tidy(() =>
    (model.predict(tf.tensor(data.validation.inputs.beat!.values, [45, 20, 1])) as tf.Tensor)
      .argMax(-1).dataSync()
  );
  const right = predicted.filter((label, i) => label === data.validation.labels[i]).length;
  assert.equal(right / 45, history.epochs[history.bestEpoch - 1]!.valAccuracy);
});

Deno.test("training stops when the validation loss no longer falls", async () => {
  const history = await trainModel(small(), {
    ...common,
    learningRate: 1e-12,
    schedule: "constant",
    epochs: 9,
    patience: 2,
    validation: { ...data.validation, labels: data.validation.labels.map((l) => (l + 1) % 5) },
  });
  assert.ok(history.stoppedEarly);
  assert.ok(history.epochs.length < 9);
});

Deno.test("a loss that is no number ends training with an error that says where", async () => {
  const train = { ...structuredClone(data.train), audit: madeAudit };
  train.inputs.beat!.values[5] = NaN;
  await assert.rejects(
    trainModel(small(), { ...common, train }),
    /Cannot go on training: the loss must be a number but is NaN in epoch 1/,
  );
});

Deno.test("weights that a last batch ruined end training before they are kept", async () => {
  const oneBatch = {
    epochs: 1,
    batchSize: 1000,
    learningRate: 1e38,
    schedule: "constant",
  } as const;
  await assert.rejects(
    trainModel(small(), { ...common, ...oneBatch }),
    /Cannot go on training: the validation loss must be a number but is NaN in epoch 1/,
  );
});

Deno.test("trainModel() leaves no tensors but the model's", async () => {
  const model = small();
  const before = tf.memory().numTensors;
  await trainModel(model, { ...common, epochs: 2 });
  await trainModel(model, { ...common, ...changes, epochs: 2 });
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("test rows do not fit where training rows go", () => {
  const test = rows("test", 5);
  // @ts-expect-error a Dataset<"test"> is not a Dataset<"train">
  const options: TrainingOptions = { train: test, validation: data.validation };
  // @ts-expect-error nor a Dataset<"validation">
  const other: TrainingOptions = { train: data.train, validation: test };
  assert.ok(options && other);
});

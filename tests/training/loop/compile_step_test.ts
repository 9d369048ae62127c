import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { createAdam, startBackend, startTensorflow } from "lib/tensorflow/mod.ts";
import {
  compileTrainingStep,
  compileValidationStep,
  trainingStep,
} from "lib/training/loop/compile_step.ts";
import { installFusedKernels } from "lib/tensorflow/fused/mod.ts";
import { buildCnn, buildRnn } from "lib/models/mod.ts";

// Made by tests/reference/training_keras.py.
const golden = JSON.parse(
  await Deno.readTextFile(new URL("../../fixtures/training/keras_steps.json", import.meta.url)),
);
await startTensorflow({ intra: 1, inter: 2 });

interface Setting {
  model: tf.LayersModel;
  steps: number;
  captured: boolean;
  learningRate?: number;
  clipNorm?: number;
  labelSmoothing?: number;
  focusing?: number;
  classWeights?: number[];
  batch: tf.Tensor[];
  parts?: number;
}

/** The losses of a model's first steps on one batch. */
function lossPath({ model, steps, captured, batch, ...rest }: Setting): number[] {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { learningRate = 1e-3, clipNorm } = rest;
  const optimizer = createAdam(variables, { learningRate, clipNorm });
  const random = tf.variable(tf.tensor1d([7, 0], "int32"), false);
  const options = {
    optimizer,
    random,
    classes: 5,
    labelSmoothing: rest.labelSmoothing ?? 0,
    focusing: rest.focusing ?? 0,
    parts: rest.parts ?? 1,
    classWeights: rest.classWeights,
  };
  const step = captured ? compileTrainingStep(model, options) : trainingStep(model, options);
  const losses = Array.from(
    { length: steps },
    () => tf.tidy(() => step(...batch)[0]!.dataSync()[0]!),
  );
  optimizer.sync();
  return losses;
}

const off = (found: number[], wanted: number[]) =>
  Math.max(...wanted.map((value, i) => Math.abs(value - found[i]!)));
const batch = (rows: number) => [
  tf.randomNormal([rows, 187, 1], 0, 1, "float32", 3),
  tf.range(0, rows, 1, "int32").mod(tf.scalar(5, "int32")),
];
const noDropout = { dropout: 0 };
const cnn = (dropout = 0) => buildCnn({ dropout }, { seed: 3 });

Deno.test("24 captured steps of the CNN equal eager ones with the same ops", () => {
  const [wanted, found] = [false, true].map((captured) =>
    lossPath({ model: cnn(), steps: 24, captured, batch: batch(16) })
  );
  assert.ok(off(found!, wanted!) < 1e-4, `off by ${off(found!, wanted!)}`);
});

Deno.test("8 captured steps with fused kernels equal TensorFlow.js's own ops", () => {
  const wanted = lossPath({ model: cnn(), steps: 8, captured: false, batch: batch(16) });
  const undo = installFusedKernels();
  try {
    const found = lossPath({ model: cnn(), steps: 8, captured: true, batch: batch(16) });
    assert.ok(off(found, wanted) < 1e-5, `off by ${off(found, wanted)}`);
  } finally {
    undo();
  }
});

Deno.test("the halves of a batch of the RNN give the steps of the whole batch", () => {
  const undo = installFusedKernels();
  try {
    const [wanted, found] = [1, 2].map((parts) => {
      const model = buildRnn({ units: [8, 6], ...noDropout }, { seed: 3 });
      return lossPath({ model, steps: 8, captured: true, batch: batch(9), parts });
    });
    assert.ok(off(found!, wanted!) < 1e-5, `off by ${off(found!, wanted!)}`);
  } finally {
    undo();
  }
});

for (const dropout of [0, 0.3]) {
  Deno.test(`two trainings with one seed are identical (dropout ${dropout})`, () => {
    const undo = installFusedKernels();
    try {
      const [one, other] = [0, 1].map(() =>
        lossPath({ model: cnn(dropout), steps: 12, captured: true, batch: batch(16) })
      );
      assert.deepEqual(one, other);
    } finally {
      undo();
    }
  });
}

for (const kind of ["plain", "weighted", "clipped", "focal"] as const) {
  Deno.test(`outputs, losses and moving statistics equal Keras's (${kind})`, async () => {
    await startBackend();
    const undo = installFusedKernels();
    try {
      const model = buildCnn(
        { filters: [4, 6], kernels: [5, 3], dropout: 0, dense: 8 },
        { inputShape: [20, 1] },
      );
      model.trainableWeights.forEach((weight, i) =>
        weight.write(tf.tensor(golden.weights[i], weight.shape as number[]))
      );
      const x = tf.tensor(golden.x, [24, 20, 1]);
      const probabilities = [...(model.predict(x) as tf.Tensor).dataSync()];
      assert.ok(off(probabilities, golden.probabilities) < 1e-6);
      const losses = lossPath({
        model,
        steps: 8,
        captured: true,
        learningRate: 1e-2,
        clipNorm: kind === "clipped" ? 0.2 : undefined,
        ...(kind === "focal" ? { labelSmoothing: 0.1, focusing: 2 } : {}),
        batch: [x, tf.tensor1d(golden.y, "int32")],
        classWeights: kind === "weighted" ? golden.classWeights : undefined,
      });
      const wanted = golden[kind];
      assert.ok(off(losses, wanted.losses) < 1e-5, `losses off by ${off(losses, wanted.losses)}`);
      model.nonTrainableWeights.forEach((weight, i) => {
        // A bias before normalization has no gradient but rounding, of which Keras's Adam makes whole steps: by
        // k * 1e-2 after k steps, a hundredth of which goes into the moving mean each time. Ours stays.
        const tolerance = weight.name.includes("mean") ? 36 * 1e-2 * 1e-2 : 1e-5;
        const found = off([...weight.read().dataSync()], wanted.moving[i]);
        assert.ok(found < tolerance, `${weight.name} is off by ${found}`);
      });
    } finally {
      undo();
    }
  });
}

Deno.test("a validation step gives the losses and the predicted classes of its rows", () => {
  const model = cnn();
  const [x, labels] = batch(10) as [tf.Tensor, tf.Tensor];
  const [losses, predicted] = compileValidationStep(model, 5)(x, labels);
  const probabilities = model.predict(x) as tf.Tensor2D;
  const chosen = labels.dataSync();
  const wanted = probabilities.arraySync().map((row, i) => -Math.log(row[chosen[i]!]!));
  losses!.dataSync().forEach((loss, row) => assert.ok(Math.abs(loss - wanted[row]!) < 1e-5));
  assert.equal(losses!.size, 10);
  assert.deepEqual([...predicted!.dataSync()], [...probabilities.argMax(-1).dataSync()]);
});

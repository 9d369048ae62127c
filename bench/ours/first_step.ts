// Prints the seconds from a model that is built to the end of its first training step.
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { createAdam, startBackend } from "lib/tensorflow/mod.ts";
import { compileTrainingStep } from "lib/training/loop/compile_step.ts";

const { model: family, threads } = JSON.parse(Deno.args[0]!);
await startBackend({ threads });
const model = family === "cnn" ? buildCnn() : buildRnn();
const values = Float32Array.from({ length: 128 * 187 }, (_, i) => Math.sin(i) ** 2);
const classes = Int32Array.from({ length: 128 }, (_, i) => i % 5);

const start = performance.now();
const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
const step = compileTrainingStep(model, {
  optimizer: createAdam(variables, { learningRate: 1e-3 }),
  random: tf.variable(tf.tensor1d([0, 0], "int32"), false),
  classes: 5,
  labelSmoothing: 0,
  focusing: 0,
  parts: 2,
});
const [loss] = step(tf.tensor(values, [128, 187, 1]), tf.tensor1d(classes, "int32"));
loss!.dataSync();
console.log((performance.now() - start) / 1000);

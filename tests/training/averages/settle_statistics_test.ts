import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, createAdam, startBackend } from "lib/tensorflow/mod.ts";
import { trainingStep } from "lib/training/loop/compile_step.ts";
import { settledShare } from "lib/training/averages/settled_share.ts";
import { settleStatistics } from "lib/training/averages/settle_statistics.ts";

await startBackend();

/** Batch normalization of the rows themselves, whose moments are thus the batch's statistics. */
function normalizer(): tf.LayersModel {
  const layers = [
    tf.layers.batchNormalization({ inputShape: [3] }),
    tf.layers.dense({ units: 2, activation: "softmax", kernelInitializer: "ones" }),
  ];
  return tf.sequential({ layers });
}

/** The model's moving mean and variance after a step on each batch, and its other weights at the end. */
function passOver(batches: tf.Tensor[], { settled }: { settled: boolean }) {
  const model = normalizer();
  const optimizer = createAdam(model.trainableWeights.map((one) => one.read() as tf.Variable));
  const random = tf.variable(tf.tensor1d([0, 0], "int32"), false);
  const options = { optimizer, random, classes: 2, labelSmoothing: 0, focusing: 0, parts: 1 };
  const plain = trainingStep(model, options);
  const step = capture(settled ? settleStatistics(plain, { model, random }) : plain);
  const labels = tf.tensor1d([0, 1, 0, 1], "int32");
  const statistics = batches.map((batch) => {
    step(batch, labels);
    return model.nonTrainableWeights.map((weight) => [...weight.read().dataSync()]);
  });
  optimizer.sync();
  const weights = model.trainableWeights.map((weight) => [...weight.read().dataSync()]);
  return { statistics, weights };
}

const batches = [1, 2, 3].map((seed) => tf.randomNormal([4, 3], 5 * seed, seed, "float32", seed));
const moments = batches.map((batch) => {
  const { mean, variance } = tf.moments(batch, 0);
  return [mean, variance].map((one) => [...one.dataSync()]);
});
const near = (found: number[], wanted: number[]) =>
  found.forEach((value, i) =>
    assert.ok(Math.abs(value - wanted[i]!) < 1e-3, `${value} is not ${wanted[i]}`)
  );

Deno.test("settled statistics are the first batch's after one step, whatever they began with", () => {
  const { statistics } = passOver(batches, { settled: true });
  moments[0]!.forEach((wanted, i) => near(statistics[0]![i]!, wanted));
});

Deno.test("settled statistics go towards each batch's by 9 / (steps + 9)", () => {
  const { statistics } = passOver(batches, { settled: true });
  const [first, second, third] = moments as [number[][], number[][], number[][]];
  first.forEach((values, i) => {
    const two = values.map((value, j) => value * 0.1 + second[i]![j]! * 0.9);
    near(statistics[1]![i]!, two);
    near(statistics[2]![i]!, two.map((value, j) => value * (2 / 11) + third[i]![j]! * (9 / 11)));
  });
});

Deno.test("weights are learned alike with settled statistics and with Keras's, to the bit", () => {
  const [settled, keras] = [true, false].map((settled) => passOver(batches, { settled }));
  assert.deepEqual(settled!.weights, keras!.weights);
  near(keras!.statistics[0]![0]!, moments[0]![0]!.map((mean) => mean * 0.01));
});

Deno.test("settledShare() begins at 1 and ends at 1 - momentum", () => {
  const share = (steps: number) => settledShare(0.99, tf.scalar(steps)).dataSync()[0]!;
  assert.equal(share(0), 1);
  assert.equal(share(9), 0.5);
  for (const steps of [891, 5000]) assert.ok(Math.abs(share(steps) - 0.01) < 1e-7);
});

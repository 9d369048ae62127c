import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { averageOfEpochs } from "lib/training/averages/average_of_epochs.ts";

/** A model of one weight, and what it is after each epoch. */
function afterEpochs(values: number[]) {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })],
  });
  const average = averageOfEpochs(model, 3);
  const means = values.map((value) => {
    model.setWeights([tf.tensor2d([[value]])]);
    average.endEpoch();
    return average.values()[0]![0];
  });
  return { model, average, means };
}

Deno.test("averageOfEpochs() is the mean of the weights after the last epochs, or of those there are", () => {
  assert.deepEqual(afterEpochs([1, 2, 6, 10, 2]).means, [1, 1.5, 3, 6, 6]);
});

Deno.test("averageOfEpochs() goes on from its state", () => {
  const { model, average } = afterEpochs([1, 2, 6, 10]);
  const other = averageOfEpochs(model, 3);
  other.restore(average.state());
  assert.deepEqual(other.values(), average.values());
  other.endEpoch(); // the weight is still 10
  assert.equal(other.values()[0]![0], Math.fround(26 / 3));
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildRnn } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

Deno.test("the default RNN has the layers and parameters of its description", () => {
  // LSTM: 4 units (features + units + 1)
  const wanted = 4 * 128 * (1 + 128 + 1) + 4 * 64 * (128 + 64 + 1) + 64 * 64 + 64 + 64 * 5 + 5;
  assert.equal(buildRnn().countParams(), wanted);
});

for (const cell of ["lstm", "gru", "simple"] as const) {
  for (const bidirectional of [false, true]) {
    Deno.test(`a ${bidirectional ? "bidirectional " : ""}${cell} network gives probabilities`, () => {
      const model = buildRnn({ cell, bidirectional, units: [6, 4], dense: 5 });
      const output = model.predict(tf.randomNormal([3, 187, 1], 0, 1, "float32", 2)) as tf.Tensor;
      assert.deepEqual(output.shape, [3, 5]);
      for (const sum of output.sum(-1).dataSync()) assert.ok(Math.abs(sum - 1) < 1e-5);
    });
  }
}

Deno.test("read backwards, the first layer sees the beginning of the row last", () => {
  const rows = tf.randomNormal([2, 187, 1], 0, 1, "float32", 3);
  const reading = { units: [6, 4], dense: 5 };
  const backwards = buildRnn({ ...reading, backwards: true }, { seed: 2 });
  const forwards = buildRnn({ ...reading, backwards: false }, { seed: 2 });
  const [a, b] = [backwards.predict(rows), forwards.predict(tf.reverse(rows, 1))] as tf.Tensor[];
  assert.deepEqual([...a!.dataSync()], [...b!.dataSync()]);
});

Deno.test("the two directions of a bidirectional layer begin with weights of their own", () => {
  const { weights } = buildRnn({ bidirectional: true, units: [6], dense: 5 }).layers[1]!;
  const kernels = weights.filter(({ shape }) => `${shape}` === "6,24")
    .map((weight) => [...weight.read().dataSync()]);
  assert.equal(kernels.length, 2);
  assert.notDeepEqual(kernels[0], kernels[1]);
});

Deno.test("convolution blocks shorten what the recurrent layers read", () => {
  const model = buildRnn({ filters: [8, 12], kernels: [5, 3], units: [6], dense: 5 });
  assert.deepEqual(model.getLayer("lstm_1").inboundNodes[0]!.inputShapes, [[null, 46, 12]]);
});

Deno.test("without recurrent layers attention weighs what the convolution blocks give", () => {
  const model = buildRnn({ filters: [8], kernels: [5], units: [], attention: true, dense: 5 });
  assert.deepEqual(model.getLayer("attention_mean").inboundNodes[0]!.inputShapes, [
    [null, 1, 93],
    [null, 93, 8],
  ]);
  assert.deepEqual(model.outputs[0]!.shape, [null, 5]);
});

Deno.test("attention gives the mean along the row, weighted by the scores' softmax", () => {
  const model = buildRnn({ units: [4], attention: true, dense: 5 }, { seed: 1 });
  const part = (name: string) => model.getLayer(name).output as tf.SymbolicTensor;
  const outputs = ["dropout_1", "attention_scores", "flatten"].map(part);
  const rows = tf.randomNormal([2, 187, 1], 0, 1, "float32", 3);
  const [sequence, scores, mean] = tf.model({ inputs: model.inputs, outputs })
    .predict(rows) as tf.Tensor[];
  const shares = scores!.squeeze<tf.Tensor2D>([2]).softmax(); // over the 187 samples
  const wanted = sequence!.mul(shares.expandDims(2)).sum(1);
  assert.ok(mean!.sub(wanted).abs().max().dataSync()[0]! < 1e-6);
});

Deno.test("an LSTM begins with open forget gates, as Keras's does", () => {
  for (const bidirectional of [false, true]) {
    const { weights } = buildRnn({ units: [2], dense: 5, bidirectional }, { seed: 1 }).layers[1]!;
    const biases = weights.filter(({ name }) => name.includes("bias"));
    assert.equal(biases.length, bidirectional ? 2 : 1);
    for (const bias of biases) {
      // gates in the order input, forget, candidate, output
      assert.deepEqual([...bias.read().dataSync()], [0, 0, 1, 1, 0, 0, 0, 0]);
    }
  }
});

Deno.test("an unknown cell is an error that names those there are", () => {
  assert.throws(
    () => buildRnn({ cell: "ltsm" as "lstm" }),
    /cell must be lstm or gru or simple but/,
  );
});

Deno.test("buildRnn() wants a recurrent layer or attention", () => {
  assert.throws(
    () => buildRnn({ units: [] }),
    /wanted a recurrent layer or attention, found neither/,
  );
});

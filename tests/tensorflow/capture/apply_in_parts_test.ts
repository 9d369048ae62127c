import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { applyInParts, startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

const x = tf.randomNormal([11, 187, 1], 0, 1, "float32", 4);
const models: Record<string, () => tf.LayersModel> = {
  CNN: () => buildCnn({ filters: [6, 8], kernels: [5, 3], dense: 7, dropout: 0 }, { seed: 2 }),
  RNN: () => buildRnn({ units: [5, 4], dense: 6, dropout: 0 }, { seed: 2 }),
  "network with two branches": branches,
};

/** Two convolutions of one input, added: layers in another order than a chain. */
function branches(): tf.LayersModel {
  const input = tf.input({ shape: [187, 1], name: "branch_input" });
  const convolution = (kernelSize: number) =>
    tf.layers.conv1d({
      filters: 3,
      kernelSize,
      padding: "same",
      kernelInitializer: tf.initializers.glorotUniform({ seed: kernelSize }),
    });
  const sum = tf.layers.add().apply(
    [3, 5].map((size) =>
      tf.layers.batchNormalization().apply(convolution(size).apply(input)) as tf.SymbolicTensor
    ),
  );
  const pooled = tf.layers.globalAveragePooling1d({}).apply(sum) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: pooled });
}

function outputAndGradients(build: () => tf.LayersModel, training: boolean, parts: number) {
  const model = build();
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let output!: tf.Tensor;
  const { grads } = tf.variableGrads(() => {
    output = tf.keep(applyInParts(model, [x], { training, parts }));
    return output.square().sum() as tf.Scalar;
  }, weights);
  const moving = model.nonTrainableWeights.map((weight) => weight.read());
  const all = [output, ...weights.map(({ name }) => grads[name]!), ...moving];
  return all.map((tensor) => [...tensor.dataSync()]);
}

for (const [name, build] of Object.entries(models)) {
  for (const training of [true, false]) {
    Deno.test(`the ${name} in parts is the whole ${name}${training ? " in training" : ""}`, () => {
      const wanted = outputAndGradients(build, training, 1);
      for (const parts of [2, 4, 20]) {
        const found = outputAndGradients(build, training, parts);
        wanted.forEach((values, i) => {
          const scale = Math.max(1, ...values.map(Math.abs));
          const off = Math.max(...values.map((value, j) => Math.abs(value - found[i]![j]!)));
          assert.ok(off < 1e-4 * scale, `${parts} parts: tensor ${i} is off by ${off} of ${scale}`);
        });
      }
    });
  }
}

Deno.test("a model with masks is applied whole, and its masks are heeded", () => {
  const input = tf.input({ shape: [6, 2], name: "masked_input" });
  const lstm = tf.layers.lstm({
    units: 3,
    recurrentActivation: "sigmoid",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    recurrentInitializer: tf.initializers.glorotUniform({ seed: 2 }),
  });
  const masked = tf.layers.masking({ maskValue: 0 }).apply(input);
  const model = tf.model({ inputs: input, outputs: lstm.apply(masked) as tf.SymbolicTensor });
  const rows = tf.randomNormal<tf.Rank.R3>([4, 6, 2], 0, 1, "float32", 4);
  const padded = tf.concat([rows.slice([0, 0, 0], [4, 4, 2]), tf.zeros([4, 2, 2])], 1);
  const wanted = (model.predict(padded) as tf.Tensor).arraySync();
  assert.deepEqual(
    applyInParts(model, [padded], { training: false, parts: 2 }).arraySync(),
    wanted,
  );
});

Deno.test("parts of one batch draw different dropout masks", () => {
  const input = tf.input({ shape: [40], name: "dropout_input" });
  const output = tf.layers.dropout({ rate: 0.5 }).apply(input) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  const random = tf.tensor1d([1, 1], "int32");
  const dropped = applyInParts(model, [tf.ones([2, 40])], { training: true, random, parts: 2 });
  const [first, second] = dropped.arraySync() as number[][];
  assert.notDeepEqual(first, second);
});

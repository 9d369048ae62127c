import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn, loadModel, predictProbabilities } from "lib/models/mod.ts";
import { foldModel, startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

/** Random weights, also those that are ones and zeros at first; variances stay positive. */
function withRandomWeights(model: tf.LayersModel): tf.LayersModel {
  model.setWeights(
    model.getWeights().map((weight, i) => {
      const random = tf.randomNormal(weight.shape, 0, 0.3, "float32", i + 1);
      return model.weights[i]!.name.includes("variance") ? random.abs().add(0.1) : random;
    }),
  );
  return model;
}

const input = () => tf.input({ shape: [24, 1], name: "beat" });
const small = { filters: [6, 5], kernels: [5, 3], dense: 7, dropout: 0.2 };
const setting = { inputShape: [24, 1], standardizer: { mean: 0.3, deviation: 0.2 } };

const networks: Record<string, { model: () => tf.LayersModel; layers: string[] }> = {
  "a plain CNN": {
    model: () => buildCnn(small, setting),
    layers: ["InputLayer", "Rescaling", "Conv1D", "MaxPooling1D", "Conv1D", "MaxPooling1D"]
      .concat("Flatten", "Dense", "Dense"),
  },
  "a residual CNN": {
    model: () => buildCnn({ ...small, residual: true }, setting),
    layers: ["InputLayer", "Rescaling", "Conv1D", "Conv1D", "Conv1D", "Add", "ReLU", "MaxPooling1D"]
      .concat("Conv1D", "Conv1D", "Conv1D", "Add", "ReLU", "MaxPooling1D")
      .concat("Flatten", "Dense", "Dense"),
  },
  "an RNN behind convolutions": {
    model: () =>
      buildRnn({ filters: [6], kernels: [5], units: [4], dense: 4, dropout: 0.2 }, setting),
    layers: ["InputLayer", "Rescaling", "Conv1D", "MaxPooling1D", "LSTM", "Dense", "Dense"],
  },
  "a dense layer that is normalized without scale, center and bias": {
    model: () => {
      const x = input();
      const flat = tf.layers.flatten().apply(x);
      const dense = tf.layers.dense({ units: 6, useBias: false }).apply(flat);
      const normal = tf.layers.batchNormalization({ scale: false, center: false }).apply(dense);
      const output = tf.layers.dense({ units: 5, activation: "softmax" }).apply(normal);
      return tf.model({ inputs: x, outputs: output as tf.SymbolicTensor });
    },
    layers: ["InputLayer", "Flatten", "Dense", "Dense"],
  },
  "a convolution that two layers read": {
    model: () => {
      const x = input();
      const convolved = tf.layers.conv1d({ filters: 3, kernelSize: 3 }).apply(
        x,
      ) as tf.SymbolicTensor;
      const normal = tf.layers.batchNormalization().apply(convolved) as tf.SymbolicTensor;
      const both = tf.layers.add().apply([convolved, normal]);
      const flat = tf.layers.flatten().apply(both);
      const output = tf.layers.dense({ units: 5, activation: "softmax" }).apply(flat);
      return tf.model({ inputs: x, outputs: output as tf.SymbolicTensor });
    },
    layers: ["InputLayer", "Conv1D", "BatchNormalization", "Add", "Flatten", "Dense"],
  },
};

for (const [name, { model: build, layers }] of Object.entries(networks)) {
  Deno.test(`foldModel() gives ${name} fewer layers and the same outputs`, () => {
    const model = withRandomWeights(build());
    const folded = foldModel(model)!;
    assert.deepEqual(
      folded.layers.map((layer) => layer.getClassName()).sort(),
      layers.toSorted(),
    );
    const x = tf.randomUniform([9, 24, 1], 0, 1, "float32", 3);
    const [wanted, found] = [model, folded].map((one) => (one.predict(x) as tf.Tensor).dataSync());
    wanted!.forEach((value, i) => assert.ok(Math.abs(value - found![i]!) < 1e-5));
  });
}

Deno.test("foldModel() leaves models alone whose layers are used twice", () => {
  const x = input();
  const layer = tf.layers.dense({ units: 1 });
  const twice = layer.apply(layer.apply(x)) as tf.SymbolicTensor;
  assert.equal(foldModel(tf.model({ inputs: x, outputs: twice })), undefined);
});

for (const name of ["cnn", "cnn_residual", "rnn_convolutional"]) {
  Deno.test(`models/${name} predicts folded what it predicts layer by layer`, async () => {
    const model = await loadModel(join(import.meta.dirname!, "../../../models", name));
    // Many rows at once go other ways through the kernels than few.
    const rows = name === "cnn" ? 300 : 20;
    const x = tf.randomUniform([rows, 187, 1], 0, 1, "float32", 5);
    const wanted = (model.predict(x) as tf.Tensor).dataSync();
    const values = x.dataSync<"float32">();
    const found = predictProbabilities(model, { beat: { shape: [187, 1], values } });
    found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]!) < 1e-5));
  });
}

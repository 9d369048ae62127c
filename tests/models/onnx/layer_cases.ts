import * as tf from "@tensorflow/tfjs";
import { createPrng } from "lib/random/mod.ts";
import type { MakeModel } from "./onnx_cases.ts";

const { layers } = tf;
type Layer = tf.layers.Layer;

/** Small models, each of which shows a kind of layer or a setting of one; weights by seed. */
export const layerCases: Record<string, MakeModel> = {
  conv1d_strides: sequence(() => [
    layers.conv1d({ filters: 3, kernelSize: 4, strides: 2, padding: "same", activation: "elu" }),
    layers.conv1d({ filters: 2, kernelSize: 3, padding: "valid", useBias: false }),
    layers.conv1d({ filters: 2, kernelSize: 2, padding: "same", activation: "softmax" }),
  ]),
  conv1d_dilated: sequence(() => [
    layers.conv1d({ filters: 3, kernelSize: 3, dilationRate: 2, padding: "same" }),
    layers.conv1d({ filters: 2, kernelSize: 2, dilationRate: 3, padding: "valid" }),
  ]),
  pooling: sequence(() => [
    layers.maxPooling1d({ poolSize: 3, strides: 2, padding: "same" }),
    layers.averagePooling1d({ poolSize: 3, strides: 1, padding: "same" }),
    layers.averagePooling1d({ poolSize: 2 }),
  ]),
  global_max_pooling: sequence(() => [
    layers.conv1d({ filters: 3, kernelSize: 3 }),
    layers.globalMaxPooling1d(),
  ]),
  global_average_pooling: sequence(() => [layers.globalAveragePooling1d({})]),
  batch_normalization: sequence(() => [
    layers.batchNormalization({ scale: false }),
    layers.flatten(),
    layers.batchNormalization({ center: false, epsilon: 0.01 }),
  ]),
  layer_normalization: sequence(() => [
    layers.conv1d({ filters: 4, kernelSize: 3 }),
    layers.layerNormalization({ epsilon: 0.002 }),
    layers.layerNormalization({ center: false, scale: false }),
  ]),
  only_for_training: sequence(() => [
    layers.gaussianNoise({ stddev: 1 }),
    layers.spatialDropout1d({ rate: 0.5 }),
    layers.dropout({ rate: 0.5 }),
  ]),
  shapes: sequence(() => [
    layers.permute({ dims: [2, 1] }),
    layers.reshape({ targetShape: [5, 4] }),
    layers.timeDistributed({ layer: layers.dense({ units: 3, activation: "tanh" }) }),
    layers.flatten(),
    layers.repeatVector({ n: 2 }),
  ]),
  rescaling: sequence(() => [
    layers.rescaling({ scale: 3, offset: -1 }),
    layers.reLU({ maxValue: 1.5 }),
  ]),
  sloped: sequence(() => [layers.leakyReLU({ alpha: 0.1 }), layers.elu()]),
  softmax: sequence(
    () => [layers.conv1d({ filters: 3, kernelSize: 1 }), layers.softmax({ axis: -1 })],
  ),
  ...Object.fromEntries(
    ([
      "elu",
      "hardSigmoid",
      "relu",
      "relu6",
      "selu",
      "sigmoid",
      "softmax",
      "softplus",
      "softsign",
      "swish",
      "tanh",
      "mish",
      "gelu",
      "linear",
    ] as const).map((activation) => [
      `activation_${activation}`,
      sequence(
        () => [layers.conv1d({ filters: 4, kernelSize: 3, activation: activation as "elu" })],
      ),
    ]),
  ),
  ...recurrent("lstm"),
  ...recurrent("gru"),
  ...recurrent("simpleRNN"),
  ...Object.fromEntries(
    (["concat", "sum", "mul", "ave"] as const).map((mergeMode) => [
      `both_ways_${mergeMode}`,
      sequence(() => [
        layers.bidirectional({
          mergeMode,
          layer: cell("lstm", { units: 3, returnSequences: true }),
        }),
        layers.bidirectional({ mergeMode, layer: cell("gru", { units: 4 }) }),
      ]),
    ]),
  ),
  any_length: () => {
    const beat = tf.input({ shape: [null, 3], name: "beat" });
    const layer = cell("lstm", { units: 3, returnSequences: true });
    const output = [
      layers.conv1d({ name: "convolution", filters: 4, kernelSize: 4, padding: "same" }),
      layers.bidirectional({ name: "both_ways", layer }),
      layers.globalAveragePooling1d({ name: "mean" }),
    ].reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, beat);
    return seeded(beat, output);
  },
  merges: () => {
    const [a, b] = ["a", "b"].map((name) => tf.input({ name, shape: [6, 3] }));
    const shared = layers.conv1d({ name: "shared", filters: 3, kernelSize: 3, padding: "same" });
    const merged = [
      layers.add({ name: "add" }),
      layers.multiply({ name: "multiply" }),
      layers.average({ name: "average" }),
      layers.maximum({ name: "maximum" }),
      layers.minimum({ name: "minimum" }),
    ].map((layer) => layer.apply([shared.apply(a!), b, a] as tf.SymbolicTensor[]));
    const all = layers.concatenate({ name: "all", axis: 1 }).apply(merged as tf.SymbolicTensor[]);
    const softmax = layers.softmax({ name: "softmax", axis: -1 });
    return seeded([a!, b!], softmax.apply(shared.apply(all)) as tf.SymbolicTensor);
  },
  dots: () => {
    const shapes = { a: [6, 3], b: [6, 4], c: [4], d: [4] };
    const [a, b, c, d] = Object.entries(shapes).map(([name, shape]) => tf.input({ name, shape }));
    const dots = { ab: [1, a, b], bc: [[2, 1], b, c], cd: [-1, c, d], cb: [[1, 2], c, b] };
    const outputs = Object.entries(dots).map(([name, [axes, ...pair]]) =>
      layers.dot({ name, axes: axes as number }).apply(pair as tf.SymbolicTensor[])
    );
    return seeded([a!, b!, c!, d!], outputs as tf.SymbolicTensor[]);
  },
  nested: () => {
    const inner = tf.sequential({
      name: "inner",
      layers: [
        layers.conv1d({ name: "first", filters: 3, kernelSize: 3, inputShape: [6, 3] }),
        layers.dense({ name: "second", units: 2 }),
      ],
    });
    const [a, b] = ["a", "b"].map((name) => tf.input({ name, shape: [6, 3] }));
    const first = layers.dense({ name: "first", units: 3 }).apply(a!);
    const sum = layers.add({ name: "sum" }).apply(
      [inner.apply(first), inner.apply(b!)] as tf.SymbolicTensor[],
    );
    return seeded([a!, b!], sum as tf.SymbolicTensor);
  },
  outputs: () => {
    const beat = tf.input({ shape: [6, 3], name: "beat" });
    const features = layers.conv1d({ filters: 3, kernelSize: 3, name: "features" }).apply(beat);
    const noise = layers.gaussianNoise({ stddev: 1, name: "noise" });
    const flat = layers.flatten({ name: "flat" }).apply(features);
    const outputs = [features, noise.apply(beat), flat, noise.apply(features)];
    return seeded(beat, outputs as tf.SymbolicTensor[]);
  },
};

type Cell = "lstm" | "gru" | "simpleRNN";

function cell(name: Cell, settings: { units: number; [key: string]: unknown }) {
  const gates = name === "simpleRNN" ? {} : { recurrentActivation: "sigmoid" };
  return layers[name]({ ...gates, ...settings } as never) as ReturnType<typeof layers.rnn>;
}

function recurrent(name: Cell): Record<string, MakeModel> {
  return {
    [`${name}_forwards`]: sequence(() => [
      cell(name, { units: 4, returnSequences: true, useBias: false }),
      cell(name, { units: 3 }),
    ]),
    [`${name}_backwards`]: sequence(() => [
      cell(name, { units: 4, returnSequences: true, goBackwards: true, activation: "softsign" }),
      cell(name, { units: 3, goBackwards: true }),
    ]),
  };
}

/** A model of layers, one after the other, from [rows, 10, 2] on. */
function sequence(make: () => Layer[]): MakeModel {
  return () => {
    const input = tf.input({ shape: [10, 2], name: "beat" });
    const output = make().reduce((x, layer, i) => {
      layer.name = `layer_${i + 1}`; // TensorFlow.js counts on from test to test
      return layer.apply(x) as tf.SymbolicTensor;
    }, input);
    return seeded(input, output);
  };
}

/** A model with every weight another, so that none can be in the wrong place; a variance is above zero. */
function seeded(
  inputs: tf.SymbolicTensor | tf.SymbolicTensor[],
  outputs: tf.SymbolicTensor | tf.SymbolicTensor[],
): tf.LayersModel {
  const model = tf.model({ name: "small", inputs, outputs });
  const random = createPrng(1);
  model.setWeights(
    model.getWeights().map(({ shape, size }, i) => {
      const variance = /variance/.test(model.weights[i]!.originalName);
      return tf.tensor(
        Float32Array.from({ length: size }, () => random() - (variance ? 0 : 0.5)),
        shape,
      );
    }),
  );
  return model;
}

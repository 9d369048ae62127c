import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { applyInParts, capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { installFusedKernels } from "lib/tensorflow/fused/mod.ts";
import { normalizedBlock } from "lib/tensorflow/capture/normalized_block.ts";

await startTensorflow({ intra: 1, inter: 2 });

type Make = (x: tf.SymbolicTensor) => tf.SymbolicTensor;

const layer = (one: tf.layers.Layer): Make => (x) => one.apply(x) as tf.SymbolicTensor;
const normalization = () =>
  layer(tf.layers.batchNormalization({
    name: "normalization",
    gammaInitializer: tf.initializers.randomUniform({ minval: -1, maxval: 1, seed: 3 }),
    betaInitializer: tf.initializers.randomUniform({ minval: -1, maxval: 1, seed: 4 }),
  }));
const convolution = () =>
  layer(tf.layers.conv1d({
    filters: 4,
    kernelSize: 3,
    kernelInitializer: tf.initializers.glorotUniform({ seed: 5 }),
    biasInitializer: tf.initializers.constant({ value: 0.7 }),
  }));
const relu = () => layer(tf.layers.reLU({ name: "relu" }));
const pooling = (poolSize: number) =>
  layer(tf.layers.maxPooling1d({ name: "pooling", poolSize, strides: 2 }));
const dropout = () => layer(tf.layers.dropout({ name: "dropout", rate: 0.3 }));

function network(...makes: Make[]): tf.LayersModel {
  const input = tf.input({ shape: [21, 2] });
  return tf.model({ inputs: input, outputs: makes.reduce((x, make) => make(x), input) });
}

/** Output, gradients by input and weights, and moving statistics, after one application in training. */
function outcome(model: tf.LayersModel, apply: (x: tf.Tensor) => tf.Tensor, captured = false) {
  const x = tf.randomNormal([6, 21, 2], 0, 1, "float32", 5);
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const probe = tf.variable(x, true);
  const run = () => {
    let output!: tf.Tensor;
    const { grads } = tf.variableGrads(() => {
      output = tf.keep(apply(probe));
      return output.mul(tf.sin(tf.range(0, output.size)).reshape(output.shape)).sum() as tf.Scalar;
    }, [probe, ...weights]);
    return [output, ...[probe, ...weights].map(({ name }) => grads[name]!)];
  };
  const results = captured ? capture(run)() : run();
  const moving = model.nonTrainableWeights.map((weight) => weight.read());
  return [...results, ...moving].map((tensor) => [...tensor.dataSync()]);
}

const blocks: Record<string, () => tf.LayersModel> = {
  "normalization": () => network(normalization()),
  "normalization, ReLU": () => network(normalization(), relu()),
  "normalization, pooling": () => network(normalization(), pooling(2)),
  "normalization, ReLU, pooling": () => network(normalization(), relu(), pooling(2)),
  "normalization, ReLU, pooling of three": () => network(normalization(), relu(), pooling(3)),
  "convolution, normalization, ReLU, pooling": () =>
    network(convolution(), normalization(), relu(), pooling(2)),
};

for (const [name, build] of Object.entries(blocks)) {
  for (const captured of [false, true]) {
    Deno.test(`${name}: a block equals the layers one by one${captured ? ", captured" : ""}`, () => {
      const plain = build();
      const wanted = outcome(plain, (x) => plain.apply(x, { training: true }) as tf.Tensor);
      const undo = installFusedKernels();
      try {
        const model = build();
        const apply = (x: tf.Tensor) => applyInParts(model, [x], { training: true, parts: 2 });
        const found = outcome(model, apply, captured);
        assert.equal(found.length, wanted.length);
        wanted.forEach((numbers, i) => {
          const most = Math.max(1, ...numbers.map(Math.abs));
          const off = Math.max(...numbers.map((value, j) => Math.abs(value - found[i]![j]!)));
          assert.ok(off < 1e-4 * most, `tensor ${i} is off by ${off} of ${most}`);
        });
      } finally {
        undo();
      }
    });
  }
}

const halve = () => pooling(2);
for (const after of [[relu, halve], [relu], [halve], []]) {
  Deno.test(`a block with dropout and ${after.length} more layers equals the fused layers one by one`, () => {
    const undo = installFusedKernels();
    try {
      const random = tf.tensor1d([3, 4], "int32");
      const options = { training: true, random };
      const build = () => network(normalization(), dropout(), ...after.map((make) => make()));
      const [one, other] = [build(), build()];
      const wanted = outcome(one, (x) => one.apply(x, options) as tf.Tensor);
      const found = outcome(other, (x) => applyInParts(other, [x], options), true);
      assert.ok(found[0]!.includes(0));
      wanted.forEach((numbers, i) => {
        const off = Math.max(...numbers.map((value, j) => Math.abs(value - found[i]![j]!)));
        assert.ok(off < 1e-4, `tensor ${i} is off by ${off}`);
      });
    } finally {
      undo();
    }
  });
}

const taken = (model: tf.LayersModel) => {
  const block = normalizedBlock(model.getLayer("normalization"), model, { training: true });
  return block && Object.keys(block).filter((key) => !["normalization", "last"].includes(key));
};

Deno.test("a block ends where a layer's output is read twice or is the model's", () => {
  assert.deepEqual(taken(network(normalization(), relu(), pooling(2))), ["relu", "pooling"]);
  const input = tf.input({ shape: [21, 2] });
  const activated = relu()(normalization()(input));
  const pooled = pooling(2)(activated);
  assert.deepEqual(taken(tf.model({ inputs: input, outputs: [pooled, activated] })), ["relu"]);
  const shared = normalization()(input);
  const sum = tf.layers.add().apply([shared, relu()(shared)]) as tf.SymbolicTensor;
  assert.deepEqual(taken(tf.model({ inputs: input, outputs: sum })), []);
});

Deno.test("without a random state dropout is left to its own layer", () => {
  assert.deepEqual(taken(network(normalization(), dropout(), relu())), []);
});

Deno.test("a bias is left out before normalization only where the layer can do without", () => {
  const convolutions = [
    tf.layers.depthwiseConv2d({ kernelSize: 3, biasInitializer: "ones" }),
    tf.layers.separableConv2d({ filters: 2, kernelSize: 3, biasInitializer: "ones" }),
  ];
  for (const one of convolutions) {
    const input = tf.input({ shape: [8, 8, 2] });
    const model = tf.model({
      inputs: input,
      outputs: normalization()(one.apply(input) as tf.SymbolicTensor),
    });
    const x = tf.randomNormal([6, 8, 8, 2], 0, 1, "float32", 5);
    const wanted = (model.apply(x, { training: true }) as tf.Tensor).dataSync();
    const found = applyInParts(model, [x], { training: true, parts: 2 }).dataSync();
    wanted.forEach((value, i) => assert.ok(Math.abs(value - found[i]!) < 1e-4));
  }
});

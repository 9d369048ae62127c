import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, type CnnConfig } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

Deno.test("the default CNN has the layers and parameters of its description", () => {
  const model = buildCnn();
  // Convolutions 5*1*64+64, 3*64*128+128, 3*128*64+64; normalizations 4 a filter; dense 23*64*96+96, 96*5+5
  const wanted = 384 + 24_704 + 24_640 + 4 * (64 + 128 + 64) + 141_408 + 485;
  assert.equal(model.countParams(), wanted);
  assert.equal(model.trainableWeights.length, 3 * 4 + 4);
  assert.deepEqual(model.outputs[0]!.shape, [null, 5]);
  assert.deepEqual(model.inputNames, ["beat"]);
});

Deno.test("filters and kernels choose depth, widths and sizes", () => {
  const model = buildCnn({ filters: [8, 16], kernels: [7, 5], dense: 12 });
  const shapes = model.layers.filter((layer) => layer.getClassName() === "Conv1D")
    .map((layer) => layer.weights[0]!.shape);
  assert.deepEqual(shapes, [[7, 1, 8], [5, 8, 16]]);
  assert.throws(() => buildCnn({ filters: [8] }), /must be as many but are 1 and 3/);
});

const impossible: [Partial<CnnConfig>, RegExp][] = [
  [{ dropout: 1 }, /dropout from 0 to below 1 but are 5, 3, 3 and 1/],
  [{ dropout: -0.1 }, /dropout from 0 to below 1/],
  [{ filters: [8], kernels: [0] }, /kernels must be whole numbers from 1 .* but are 0 and/],
  [{ filters: [8], kernels: [2.5] }, /kernels must be whole numbers from 1/],
  [
    { filters: Array(9).fill(2), kernels: Array(9).fill(3) },
    /wanted rows that 9 poolings by 2 leave something of, found rows of 187 values/,
  ],
  [{ view: "beats" as "beat" }, /view must be beat or difference but is beats/],
];
for (const [config, message] of impossible) {
  Deno.test(`no CNN is built from ${JSON.stringify(config)}`, () => {
    assert.throws(() => buildCnn(config), message);
  });
}

Deno.test("the standardizer inside lets a model take raw rows", () => {
  const standardizer = { mean: 0.3, deviation: 0.2 };
  const inside = buildCnn({}, { standardizer, seed: 4 });
  const outside = buildCnn({}, { seed: 4 });
  const x = tf.randomUniform([4, 187, 1], 0, 1, "float32", 1);
  const [a, b] = [inside.predict(x), outside.predict(x.sub(0.3).div(0.2))] as tf.Tensor[];
  const off = a!.sub(b!).abs().max().dataSync()[0]!;
  assert.ok(off < 1e-5, `off by ${off}`);
});

Deno.test("the seed decides the initial weights", () => {
  const weights = (seed: number) => buildCnn({}, { seed }).getWeights().map((w) => w.dataSync());
  assert.deepEqual(weights(1), weights(1));
  assert.notDeepEqual(weights(1)[0], weights(2)[0]);
  const kernels = weights(1).filter((values) => values.length === 3 * 64 * 128);
  assert.equal(new Set(kernels.map((values) => values[0])).size, kernels.length);
});

Deno.test("a residual block adds its input to what two convolutions make of it", () => {
  const model = buildCnn({ residual: true, filters: [8, 8], kernels: [5, 3], dropout: 0 });
  const [first, second] = ["block_1_add", "block_2_add"].map((name) =>
    model.getLayer(name).inboundNodes[0]!.inboundLayers.map((layer) => layer.name)
  );
  // One filter each becomes eight by a convolution of width 1; eight are taken as they are.
  assert.deepEqual(first, ["block_1_normalization_2", "block_1_shortcut"]);
  assert.deepEqual(second, ["block_2_normalization_2", "block_1_pooling"]);
  const output = model.predict(tf.zeros([3, 187, 1])) as tf.Tensor;
  assert.deepEqual(output.shape, [3, 5]);
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseFilterGradient, fuseNarrowConvolution } from "lib/tensorflow/fused/convolution.ts";
import { assertClose, outputAndGradients } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

type Options = Partial<Parameters<typeof tf.layers.conv1d>[0]>;
const convolution = (filters: number, kernelSize: number, options: Options = {}) => () =>
  tf.layers.conv1d({
    filters,
    kernelSize,
    padding: "same",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    ...options,
  });
const cases: [name: string, build: () => tf.layers.Layer, shape: number[]][] = [
  ["one channel", convolution(8, 5), [3, 12, 1]],
  ["one channel and an even kernel", convolution(8, 4), [3, 11, 1]],
  ["one channel in steps of two", convolution(8, 5, { strides: 2 }), [3, 12, 1]],
  ["one channel without padding", convolution(8, 5, { padding: "valid" }), [3, 12, 1]],
  ["few filters", convolution(4, 3), [3, 12, 16]],
  ["few filters in steps of two", convolution(4, 3, { strides: 2 }), [3, 12, 16]],
  ["many filters", convolution(16, 3), [3, 12, 8]],
  ["a kernel of one sample", convolution(2, 1), [3, 12, 16]],
];
for (const [name, build, shape] of cases) {
  for (const captured of [false, true]) {
    Deno.test(`convolution of ${name} equals TensorFlow's own${captured ? ", captured" : ""}`, () => {
      const wanted = outputAndGradients(build(), shape);
      const undo = fuseConvolution();
      try {
        assertClose(outputAndGradients(build(), shape, { captured }), wanted, 1e-5);
      } finally {
        undo();
      }
    });
  }
}

Deno.test("images and filters with gaps stay TensorFlow's own", () => {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
  const image = { filters: 2, padding: "same", kernelInitializer } as const;
  const layers = [
    [() => tf.layers.conv2d({ ...image, kernelSize: [1, 3] }), [2, 5, 6, 8]],
    [convolution(8, 3, { dilationRate: 2 }), [3, 12, 1]],
  ] as const;
  for (const [build, shape] of layers) {
    const output = () => {
      const y = build().apply(tf.randomNormal([...shape], 0, 1, "float32", 5)) as tf.Tensor;
      return [[...y.dataSync()]];
    };
    const wanted = output();
    const undo = fuseConvolution();
    try {
      assertClose(output(), wanted, 0);
    } finally {
      undo();
    }
  }
});

for (const [name, build, shape] of [cases[0]!, cases[4]!]) {
  Deno.test(`the gradient of a convolution of ${name} runs as other ops`, () => {
    const layer = build();
    const x = tf.randomNormal(shape);
    layer.apply(x);
    const kernel = layer.trainableWeights[0]!.read() as tf.Variable;
    const operations = () => {
      const step = capture((x) => {
        const output = () => (layer.apply(x) as tf.Tensor).sum() as tf.Scalar;
        return [tf.variableGrads(output, [kernel]).grads[kernel.name]!];
      });
      step(x);
      return step.traces[0]!.operations;
    };
    const before = operations();
    const undo = fuseConvolution();
    try {
      assert.notEqual(operations(), before);
    } finally {
      undo();
    }
  });
}

function fuseConvolution() {
  const undo = [fuseNarrowConvolution(), fuseFilterGradient()];
  return () => undo.reverse().forEach((one) => one());
}

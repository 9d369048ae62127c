import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseShortConvolution } from "lib/tensorflow/fused/short_convolution.ts";
import { assertClose, outputAndGradients } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

type Options = Partial<Parameters<typeof tf.layers.conv1d>[0]>;
const convolution = (filters: number, options: Options = {}) => () =>
  tf.layers.conv1d({
    filters,
    kernelSize: 3,
    padding: "same",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    biasInitializer: tf.initializers.randomNormal({ seed: 2 }),
    ...options,
  });

const covered: [name: string, build: () => tf.layers.Layer, shape: number[]][] = [
  ["a whole number of tiles", convolution(64), [16, 64, 64]],
  ["one sample more", convolution(64), [16, 65, 64]],
  ["two samples more", convolution(64), [16, 66, 64]],
  ["three samples more", convolution(64), [16, 67, 64]],
  ["one sample", convolution(128), [256, 1, 128]],
  ["more filters than channels", convolution(128), [16, 62, 32]],
  ["fewer filters than channels", convolution(32), [16, 62, 128]],
  ["no bias", convolution(64, { useBias: false }), [16, 64, 64]],
  ["ReLU after it", convolution(64, { activation: "relu" }), [16, 64, 64]],
];
for (const [name, build, shape] of covered) {
  Deno.test(`a short convolution, ${name}, equals TensorFlow's own`, () => {
    const wanted = outputAndGradients(build(), shape, { captured: true });
    const undo = fuseShortConvolution();
    try {
      const found = outputAndGradients(build(), shape, { captured: true });
      assertClose(found, wanted, 1e-5);
      assert.ok(found[0]!.some((y, i) => y !== wanted[0]![i]), "both ran as TensorFlow's own");
    } finally {
      undo();
    }
  });
}

const others: [name: string, build: () => tf.layers.Layer, shape: number[]][] = [
  ["without padding", convolution(64, { padding: "valid" }), [16, 64, 64]],
  ["in steps of two", convolution(64, { strides: 2 }), [16, 64, 64]],
  ["with gaps", convolution(64, { dilationRate: 2 }), [16, 64, 64]],
  ["of five samples", convolution(64, { kernelSize: 5 }), [16, 64, 64]],
  ["of little work", convolution(16), [16, 64, 16]],
];
for (const [name, build, shape] of others) {
  Deno.test(`a convolution ${name} stays the layer's own`, () => {
    const output = () => {
      const layer = build();
      layer.build(shape);
      const x = tf.randomNormal(shape, 0, 1, "float32", 5);
      return [[...capture((x) => [layer.apply(x) as tf.Tensor])(x)[0]!.dataSync()]];
    };
    const wanted = output();
    const undo = fuseShortConvolution();
    try {
      assertClose(output(), wanted, 0);
    } finally {
      undo();
    }
  });
}

Deno.test("outside of a captured step a short convolution is the layer's own", () => {
  const [, build, shape] = covered[0]!;
  const wanted = outputAndGradients(build(), shape);
  const undo = fuseShortConvolution();
  try {
    assertClose(outputAndGradients(build(), shape), wanted, 0);
  } finally {
    undo();
  }
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture } from "lib/tensorflow/mod.ts";

/** Output, and gradients by the input and by each trainable weight, of a layer on fixed random values. */
export function outputAndGradients(
  layer: tf.layers.Layer,
  inputShape: number[],
  { captured = false } = {},
): number[][] {
  const run = gradientStep(layer, inputShape);
  const results = captured ? capture(run)() : run();
  return results.map((tensor) => [...tensor.dataSync()]);
}

/** How many ops {@linkcode outputAndGradients} is recorded as: others where a layer is fused. */
export function operationsOf(layer: tf.layers.Layer, inputShape: number[]): number {
  const step = capture(gradientStep(layer, inputShape));
  step();
  return step.traces[0]!.operations;
}

function gradientStep(layer: tf.layers.Layer, inputShape: number[]): () => tf.Tensor[] {
  const x = tf.randomNormal(inputShape, 0, 1, "float32", 5);
  if (!layer.built) layer.apply(tf.input({ batchShape: inputShape }));
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const probe = tf.variable(x, true);
  return () => {
    let output!: tf.Tensor;
    const { grads } = tf.variableGrads(() => {
      output = tf.keep(layer.apply(probe, { training: true }) as tf.Tensor);
      const factors = tf.sin(tf.range(0, output.size)).reshape(output.shape);
      return output.mul(factors).sum() as tf.Scalar;
    }, [probe, ...weights]);
    return [output, ...[probe, ...weights].map(({ name }) => grads[name]!)];
  };
}

/** Asserts that numbers agree within a tolerance relative to the largest wanted one (at least 1). */
export function assertClose(found: number[][], wanted: number[][], tolerance: number): void {
  assert.equal(found.length, wanted.length);
  wanted.forEach((numbers, part) => {
    const scale = numbers.reduce((most, n) => Math.max(most, Math.abs(n)), 1);
    assert.equal(found[part]!.length, numbers.length);
    const worst = numbers.reduce((most, n, i) => Math.max(most, Math.abs(n - found[part]![i]!)), 0);
    assert.ok(worst <= tolerance * scale, `part ${part}: off by ${worst} of ${scale}`);
  });
}

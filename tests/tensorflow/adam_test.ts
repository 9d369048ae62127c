import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, createAdam, startTensorflow } from "lib/tensorflow/mod.ts";
import { assertClose } from "./fused/compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

/** A fixed problem: 20 steps on a badly scaled quadratic. */
const start = [1, -2, 3];
const loss = (w: tf.Tensor) => w.square().mul(tf.tensor1d([1, 10, 0.1])).sum() as tf.Scalar;

/** Adam as Kingma & Ba write it down, in plain numbers (epsilon outside the bias correction, as in Keras). */
function reference(steps: number, rate: number): number[] {
  const scale = [1, 10, 0.1];
  const [m, v, w] = [[0, 0, 0], [0, 0, 0], [...start]];
  for (let t = 1; t <= steps; t++) {
    const a = rate * Math.sqrt(1 - 0.999 ** t) / (1 - 0.9 ** t);
    for (let i = 0; i < 3; i++) {
      const g = 2 * scale[i]! * w[i]!;
      m[i] = 0.9 * m[i]! + 0.1 * g;
      v[i] = 0.999 * v[i]! + 0.001 * g * g;
      w[i] = w[i]! - a * m[i]! / (Math.sqrt(v[i]!) + 1e-7);
    }
  }
  return w;
}

for (const captured of [false, true]) {
  Deno.test(`createAdam() follows the published rule${captured ? ", captured" : ""}`, () => {
    const w = tf.variable(tf.tensor1d(start));
    const adam = createAdam([w], { learningRate: 0.05 });
    const minimize = () => [adam.minimize(() => loss(w))];
    const step = captured ? capture(minimize) : minimize;
    for (let i = 0; i < 20; i++) step();
    adam.sync();
    assertClose([[...w.dataSync()]], [reference(20, 0.05)], 1e-5);
  });
}

Deno.test("createAdam() without TensorFlow's own op follows the same rule", async () => {
  await tf.setBackend("cpu");
  try {
    const w = tf.variable(tf.tensor1d(start));
    const adam = createAdam([w], { learningRate: 0.05 });
    for (let i = 0; i < 20; i++) adam.minimize(() => loss(w));
    assertClose([[...w.dataSync()]], [reference(20, 0.05)], 1e-5);
  } finally {
    await tf.setBackend("tensorflow");
  }
});

for (const backend of ["tensorflow", "cpu"]) {
  Deno.test(`gradients within the limit are left alone, others scaled together (${backend})`, async () => {
    await tf.setBackend(backend);
    try {
      const norm = Math.hypot(...start.map((w, i) => 2 * [1, 10, 0.1][i]! * w));
      const stepped = (clipNorm: number | undefined, scale: number) => {
        const [a, b] = [tf.variable(tf.tensor1d(start.slice(0, 2))), tf.variable(tf.scalar(3))];
        // Adam hides the size of gradients: a large epsilon lets it be seen.
        const adam = createAdam([a, b], { learningRate: 0.05, epsilon: 1, clipNorm });
        const all = () => tf.concat([a, b.reshape([1])]);
        adam.minimize(() => loss(all()).mul(scale));
        adam.sync();
        return [[...all().dataSync()]];
      };
      assertClose(stepped(norm + 0.01, 1), stepped(undefined, 1), 1e-7);
      assertClose(stepped(norm / 4, 1), stepped(undefined, 1 / 4), 1e-6);
    } finally {
      await tf.setBackend("tensorflow");
    }
  });
}

Deno.test("a learning rate assigned outside is followed", () => {
  const w = tf.variable(tf.tensor1d(start));
  const adam = createAdam([w], { learningRate: 0.05 });
  const step = capture(() => [adam.minimize(() => loss(w))]);
  step();
  adam.learningRate.assign(tf.scalar(0));
  adam.sync();
  const before = [...w.dataSync()];
  step();
  adam.sync();
  assert.deepEqual([...w.dataSync()], before);
});

Deno.test("weights() of a captured step are those that the step has learned", () => {
  const w = tf.variable(tf.tensor1d(start));
  const adam = createAdam([w], { learningRate: 0.05 });
  const step = capture(() => {
    tf.dispose(adam.minimize(() => loss(w)));
    return adam.weights();
  });
  for (let i = 0; i < 3; i++) {
    const [learned] = step();
    adam.sync();
    assert.deepEqual([...learned!.dataSync()], [...w.dataSync()]);
  }
});

Deno.test("an optimizer restored from its state goes on as the first would have", () => {
  const first = tf.variable(tf.tensor1d(start));
  const adam = createAdam([first], { learningRate: 0.05 });
  for (let i = 0; i < 5; i++) adam.minimize(() => loss(first));
  adam.sync();
  const second = tf.variable(first.clone());
  const resumed = createAdam([second], { learningRate: 0.05 });
  resumed.restore(adam.state());
  for (const optimizer of [adam, resumed]) {
    for (let i = 0; i < 5; i++) optimizer.minimize(() => loss(optimizer === adam ? first : second));
    optimizer.sync();
  }
  assert.deepEqual([...second.dataSync()], [...first.dataSync()]);
});

Deno.test("dispose() leaves as many tensors as before", () => {
  const w = tf.variable(tf.tensor1d(start));
  const before = tf.memory().numTensors;
  const adam = createAdam([w]);
  tf.dispose(adam.minimize(() => loss(w)));
  adam.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("a variable that the loss does not depend on is an error that names it", () => {
  const [used, idle] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2), true, "idle")];
  const adam = createAdam([used, idle]);
  assert.throws(() => adam.minimize(() => used.square() as tf.Scalar), /Cannot learn .*"idle"/);
  adam.dispose();
});

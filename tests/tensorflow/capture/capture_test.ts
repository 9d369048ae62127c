import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";

const backend = await startTensorflow({ intra: 1, inter: 2 });
const values = (tensor: tf.Tensor | undefined) => [...tensor!.dataSync()];

Deno.test("capture() gives what the step gives eagerly", () => {
  const weights = tf.tensor2d([[1, 2], [3, 4]]);
  const fn = (x: tf.Tensor) => [tf.matMul(x as tf.Tensor2D, weights).relu(), x.sum()];
  const step = capture((x) => fn(x!));
  const x = tf.tensor2d([[1, -1], [0, 2]]);
  const [product, sum] = step(x);
  assert.deepEqual(values(product), values(fn(x)[0]));
  assert.deepEqual(product!.shape, [2, 2]);
  assert.deepEqual(values(sum), [2]);
});

Deno.test("capture() traces once for each combination of input shapes", () => {
  let calls = 0;
  const step = capture((x) => {
    calls++;
    return [x!.sum()];
  });
  for (const length of [4, 4, 3, 4, 3]) {
    assert.deepEqual(values(step(tf.ones([length]))[0]), [length]);
  }
  assert.equal(calls, 2);
  assert.equal(step.traces.length, 2);
});

Deno.test("a captured step follows a variable that is assigned outside", () => {
  const rate = tf.variable(tf.scalar(2));
  const step = capture((x) => [x!.mul(rate)]);
  assert.deepEqual(values(step(tf.scalar(3))[0]), [6]);
  rate.assign(tf.scalar(10));
  assert.deepEqual(values(step(tf.scalar(3))[0]), [30]);
});

Deno.test("a captured step assigns the variables that its function assigns, at each call", () => {
  const [count, last] = [tf.variable(tf.scalar(0)), tf.variable(tf.scalar(0))];
  const step = capture((x) => {
    last.assign(count);
    count.assign(count.add(x!) as tf.Scalar);
    return [];
  });
  for (let i = 0; i < 3; i++) step(tf.scalar(5));
  assert.deepEqual([values(count), values(last)], [[15], [10]]);
});

Deno.test("a captured step may return a variable, which goes on to live", () => {
  const count = tf.variable(tf.scalar(0));
  const step = capture(() => {
    count.assign(count.add(1));
    return [count];
  });
  assert.deepEqual(values(step()[0]), [1]);
  assert.deepEqual(values(step()[0]), [2]);
  assert.deepEqual(values(count), [2]);
});

Deno.test("a captured step within another one is recorded with it", () => {
  const factor = tf.variable(tf.scalar(2));
  const inner = capture((x) => [x!.mul(factor)]);
  const outer = capture((x) => [inner(x!.add(1))[0]!.sum()]);
  for (const traced of [false, true]) {
    if (traced) inner(tf.tensor1d([1, 2]));
    factor.assign(tf.scalar(2));
    assert.deepEqual(values(outer(tf.tensor1d([1, 2]))[0]), [10]);
    factor.assign(tf.scalar(3));
    assert.deepEqual(values(outer(tf.tensor1d([1, 2]))[0]), [15]);
    outer(tf.ones([traced ? 4 : 3])); // traced anew
  }
});

Deno.test("two variables that share their memory are told apart", () => {
  const shared = tf.scalar(1);
  const [a, b] = [tf.variable(tf.scalar(0)), tf.variable(tf.scalar(0))];
  a.assign(shared);
  b.assign(shared);
  const step = capture(() => [a.add(b.mul(10))]);
  assert.deepEqual(values(step()[0]), [11]);
  a.assign(tf.scalar(2));
  assert.deepEqual(values(step()[0]), [12]);
});

Deno.test("a captured step keeps a live tensor that it reads after that is disposed", () => {
  const shift = tf.scalar(7);
  shift.add(1).dispose(); // on the device
  const step = capture((x) => [x!.add(shift)]);
  assert.deepEqual(values(step(tf.scalar(1))[0]), [8]);
  shift.dispose();
  assert.deepEqual(values(step(tf.scalar(1))[0]), [8]);
});

Deno.test("capture() takes ops with lists of inputs", () => {
  const step = capture((x) => [tf.concat([x!, x!, tf.ones([2])]), tf.stack([x!, x!, x!])]);
  const [joined, stacked] = step(tf.tensor1d([3, 4]));
  assert.deepEqual(values(joined), [3, 4, 3, 4, 1, 1]);
  assert.deepEqual(stacked!.shape, [3, 2]);
});

Deno.test("a tensor made while tracing is usable after it", () => {
  let made!: tf.Tensor;
  const step = capture((x) => {
    made = tf.keep(tf.tensor1d([1, 2, 3]));
    return [x!.add(made)];
  });
  step(tf.scalar(1));
  assert.deepEqual(values(made.add(1)), [2, 3, 4]);
});

const refused: [what: string, fn: (x: tf.Tensor) => tf.Tensor, message: RegExp][] = [
  ["reads a value", (x) => x.add(x.sum().dataSync()[0]!), /Cannot read a tensor's value while/],
  ["draws random numbers on the host", (x) => x.add(tf.randomNormal([1])), /random numbers/],
  ["makes a variable", (x) => x.add(tf.variable(tf.scalar(1))), /Cannot make variable/],
  ["has a shape that depends on values", (x) => x.add(native("Unique", x)), /must not depend on/],
  ["uses an unknown op", (x) => native("NoSuchOp", x), /cannot find op NoSuchOp|NoSuchOp/],
];
function native(name: string, x: tf.Tensor): tf.Tensor {
  const attributes = name === "Unique"
    ? [{ name: "T", type: 4, value: 1 }, { name: "out_idx", type: 4, value: 3 }]
    : [];
  return backend.executeMultipleOutputs(name, attributes, [x], 2)[0]!;
}

for (const [what, fn, message] of refused) {
  Deno.test(`capture() refuses a step that ${what}, and the backend stays usable`, () => {
    const before = backend.binding.getNumOfTensors();
    const variables = Object.keys(tf.engine().state.registeredVariables).length;
    tf.tidy(() => {
      const x = tf.tensor1d([1, 2]);
      assert.throws(() => capture((x) => [fn(x!)])(x), message);
      assert.deepEqual(values(x.add(1)), [2, 3]);
      assert.ok(Math.random() < 1);
      tf.variable(tf.scalar(1)).dispose();
      assert.deepEqual(values(capture((x) => [x!.mul(2)])(x)[0]), [2, 4]);
    });
    assert.equal(Object.keys(tf.engine().state.registeredVariables).length, variables);
    assert.equal(backend.binding.getNumOfTensors(), before);
  });
}

Deno.test("a disposed variable is a clear error at the next call", () => {
  const gone = tf.variable(tf.scalar(1), true, "gone");
  const step = capture((x) => [x!.add(gone)]);
  step(tf.scalar(1));
  gone.dispose();
  assert.throws(() => step(tf.scalar(1)), /its variable "gone" was disposed/);
});

Deno.test("so is a disposed variable that a step assigns alone, and a step that was disposed itself", () => {
  const lost = tf.variable(tf.scalar(1), true, "lost");
  const step = capture((x) => {
    lost.assign(x!.square() as tf.Scalar);
    return [];
  });
  step(tf.scalar(1));
  lost.dispose();
  assert.throws(() => step(tf.scalar(1)), /its variable "lost" was disposed/);
  step.dispose();
  assert.throws(() => step(tf.scalar(1)), /Cannot run a captured step: it was disposed/);
});

Deno.test("10,000 steps leave as many tensors as before", () => {
  const total = tf.variable(tf.scalar(0));
  const step = capture((x) => {
    total.assign(total.add(x!.sum()) as tf.Scalar);
    return [x!.mean()];
  });
  const run = () => tf.tidy(() => void step(tf.ones([8]))[0]!.dataSync());
  run();
  const before = [backend.binding.getNumOfTensors(), tf.memory().numTensors];
  for (let i = 0; i < 10_000; i++) run();
  assert.deepEqual([backend.binding.getNumOfTensors(), tf.memory().numTensors], before);
  assert.deepEqual(values(total), [8 * 10_001]);
});

Deno.test("dispose() frees what a captured step holds", () => {
  const shift = tf.scalar(1).add(1);
  const before = backend.binding.getNumOfTensors();
  const step = capture((x) => [x!.add(shift)]);
  tf.tidy(() => void step(tf.scalar(1)));
  step.dispose();
  assert.equal(backend.binding.getNumOfTensors(), before);
});

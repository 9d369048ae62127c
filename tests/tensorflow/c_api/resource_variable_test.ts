import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { ResourceVariable } from "lib/tensorflow/c_api/resource_variable.ts";

const backend = await startTensorflow({ intra: 1, inter: 2 });

Deno.test("a resource variable reads what was assigned last", () => {
  const variable = new ResourceVariable(tf.tensor1d([1, 2]));
  assert.deepEqual([...variable.read().dataSync()], [1, 2]);
  variable.assign(tf.tensor1d([3, 4]));
  assert.deepEqual([...variable.read().dataSync()], [3, 4]);
});

Deno.test("a captured step reads the value of the time when it runs, with its shape", () => {
  const variable = new ResourceVariable(tf.tensor1d([1, 2]));
  const step = capture(() => {
    const value = variable.read();
    assert.deepEqual(value.shape, [2]);
    return [value.mul(10)];
  });
  step();
  variable.assign(tf.tensor1d([5, 6]));
  assert.deepEqual([...step()[0]!.dataSync()], [50, 60]);
});

Deno.test("in a captured step reading and assigning keep their order", () => {
  const variable = new ResourceVariable(tf.zeros([1000]));
  const step = capture(() => {
    const values = [];
    for (let i = 1; i <= 20; i++) {
      values.push(variable.read().max());
      variable.assign(tf.fill([1000], i));
      values.push(variable.read().max());
    }
    return [tf.stack(values)];
  });
  const wanted = Array.from({ length: 40 }, (_, i) => Math.ceil(i / 2));
  for (let run = 0; run < 50; run++) {
    variable.assign(tf.zeros([1000]));
    assert.deepEqual([...step()[0]!.dataSync()], wanted);
  }
});

Deno.test("dispose() frees the handle", () => {
  const initial = tf.tensor1d([1]);
  initial.add(1).dispose(); // on the device
  const before = backend.binding.getNumOfTensors();
  new ResourceVariable(initial).dispose();
  assert.equal(backend.binding.getNumOfTensors(), before);
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { gatherBatch } from "lib/models/mod.ts";
import { rowCount } from "lib/models/gather_batch.ts";

const input = tf.input({ name: "beat", shape: [2] });
const outputs = tf.layers.dense({ units: 1 }).apply(input) as tf.SymbolicTensor;
const model = tf.model({ inputs: input, outputs });
const inputs = { beat: { shape: [2], values: Float32Array.of(0, 1, 10, 11, 20, 21) } };

Deno.test("gatherBatch() takes the rows asked for in their order", () => {
  const [batch] = gatherBatch(model, inputs, [2, 0]);
  assert.deepEqual(batch!.arraySync(), [[20, 21], [0, 1]]);
  assert.equal(rowCount(inputs), 3);
});

Deno.test("a change is made to the batch and not to the rows", () => {
  const [batch] = gatherBatch(model, inputs, [1], { change: ({ values }) => values.fill(5) });
  assert.deepEqual(batch!.arraySync(), [[5, 5]]);
  assert.equal(inputs.beat.values[2], 10);
});

Deno.test("rows of another shape than the model's are an error that names both", () => {
  const rows = { beat: { shape: [3], values: new Float32Array(3) } };
  assert.throws(
    () => gatherBatch(model, rows, [0]),
    /wanted rows of \[2\] for input "beat", found \[3\]/,
  );
});

Deno.test("parts of rows, and fewer rows of one input than of another, are errors", () => {
  const rows = (values: number) => ({ shape: [2], values: new Float32Array(values) });
  assert.throws(() => rowCount({ beat: rows(5) }), /found 2.5 of "beat"/);
  assert.throws(() => rowCount({ beat: rows(6), rr: rows(2) }), /found 3 of "beat", 1 of "rr"/);
});

Deno.test("an input that the rows lack is an error that names it", () => {
  const rows = { rr: { shape: [2], values: new Float32Array(2) } };
  assert.throws(() => gatherBatch(model, rows, [0]), /wanted input "beat", found rr/);
});

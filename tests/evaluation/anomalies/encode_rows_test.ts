import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { encodeRows } from "lib/evaluation/mod.ts";
import { codeLayer } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend();

Deno.test("encodeRows() gives the numbers of each row's code, not what is made of them", () => {
  const beat = tf.input({ shape: [2], name: "beat" });
  const weights = [tf.tensor([1, 0, 2, 0, 1, 3], [2, 3]), tf.tensor([0, 0, 10])];
  const code = tf.layers.dense({ name: codeLayer, units: 3, weights }).apply(beat);
  const outputs = tf.layers.dense({ units: 2 }).apply(code) as tf.SymbolicTensor;
  const model = tf.model({ inputs: beat, outputs });
  const inputs = { beat: { shape: [2], values: Float32Array.of(1, 2, -3, 4) } };
  const { size, targets } = encodeRows(model, { inputs });
  assert.equal(size, 3);
  assert.deepEqual([...targets], [1, 2, 1 * 2 + 2 * 3 + 10, -3, 4, -3 * 2 + 4 * 3 + 10]);
});

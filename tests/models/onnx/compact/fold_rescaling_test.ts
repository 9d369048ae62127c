import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { writeOnnx } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { readOnnx } from "../read_onnx.ts";

await startBackend();

const { layers } = tf;

async function folded(...stack: tf.layers.Layer[]) {
  return await foldedTo(1, ...stack);
}

/** The file of a model whose outputs are what its last layers give. */
async function foldedTo(count: number, ...stack: tf.layers.Layer[]) {
  const beat = tf.input({ shape: [6, 1], name: "beat" });
  const made = [beat];
  for (const layer of stack) made.push(layer.apply(made.at(-1)!) as tf.SymbolicTensor);
  const model = tf.model({ inputs: beat, outputs: made.slice(-count) });
  return readOnnx(await writeOnnx(model, { folded: true }));
}

/** One kernel of weights 1, 2, 3 and a bias of 5. */
function convolution(padding: "same" | "valid") {
  const weights = [tf.tensor([1, 2, 3], [3, 1, 1]), tf.tensor([5])];
  return layers.conv1d({ name: "c", filters: 1, kernelSize: 3, padding, weights });
}

const rescaling = () => layers.rescaling({ name: "r", scale: 2, offset: -1 });

Deno.test("a rescaling goes into the convolution behind it, and the row is padded with what it makes zero", async () => {
  const { nodes, tensors } = await folded(rescaling(), convolution("same"));
  assert.deepEqual(nodes.map(({ operator }) => operator), [
    "Transpose",
    "Pad",
    "Conv",
    "Transpose",
  ]);
  assert.deepEqual(tensors["c/Conv/kernel"]!.values, [2, 4, 6]);
  assert.deepEqual(tensors["c/Conv/bias"]!.values, [5 - 1 * (1 + 2 + 3)]);
  assert.deepEqual(tensors["c/Conv/pads"]!.values, [0, 0, 1, 0, 0, 1]);
  assert.deepEqual(tensors["c/Conv/padding"]!.values, [0.5]);
  assert.equal(Object.keys(tensors).length, 4, "nothing is left of the rescaling");
});

Deno.test("a convolution without padding needs none after folding either", async () => {
  const { nodes } = await folded(rescaling(), convolution("valid"));
  assert.ok(!nodes.some(({ operator }) => operator === "Pad"));
});

Deno.test("a rescaling that something else reads stays", async () => {
  const { nodes } = await folded(rescaling(), layers.dense({ units: 2 }));
  assert.deepEqual(nodes.map(({ operator }) => operator), ["Mul", "Add", "MatMul", "Add"]);
});

Deno.test("a rescaling that gives the model's output stays", async () => {
  const last = await folded(convolution("valid"), rescaling());
  assert.deepEqual(last.nodes.map(({ operator }) => operator), [
    "Transpose",
    "Conv",
    "Mul",
    "Add",
    "Transpose",
  ]);
  assert.deepEqual(last.tensors["r/scale"]!.values, [2]);
  const both = await foldedTo(2, rescaling(), convolution("same"));
  assert.deepEqual(both.nodes.map(({ operator }) => operator), [
    "Mul",
    "Add",
    "Transpose",
    "Conv",
    "Transpose",
  ]);
  assert.deepEqual([both.nodes[1]!.outputs, both.nodes[4]!.outputs], [["r"], ["c"]]);
});

Deno.test("batch normalization and dropout are gone, with the values that Keras's formula gives", async () => {
  const [gamma, beta, mean, variance] = [3, 1, 2, 0.25];
  const normalization = layers.batchNormalization({
    name: "n",
    epsilon: 0.75,
    weights: [gamma, beta, mean, variance].map((value) => tf.tensor([value])),
  });
  const { nodes, tensors } = await folded(
    convolution("valid"),
    normalization,
    layers.dropout({ rate: 0.5 }),
    layers.reLU(),
  );
  assert.deepEqual(nodes.map(({ operator }) => operator), [
    "Transpose",
    "Conv",
    "Relu",
    "Transpose",
  ]);
  assert.deepEqual(tensors["c/kernel"]!.values, [3, 6, 9]);
  assert.deepEqual(tensors["c/bias"]!.values, [(5 - mean) * gamma + beta]);
});

Deno.test("a model whose layers are used twice is refused", async () => {
  const beat = tf.input({ shape: [6, 1] });
  const twice = convolution("same");
  const outputs = twice.apply(twice.apply(beat)) as tf.SymbolicTensor;
  await assert.rejects(
    writeOnnx(tf.model({ name: "m", inputs: beat, outputs }), { folded: true }),
    /Cannot write model "m" as ONNX: wanted layers that are used once, without a state, found "c"/,
  );
});

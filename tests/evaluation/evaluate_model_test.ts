import assert from "node:assert/strict";
import { evaluateModel } from "lib/evaluation/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { tinyDataset, tinyModel } from "./tiny_model.ts";

Deno.test("evaluateModel() scores what a model says of each row", async () => {
  await startBackend({ warn: () => {} });
  const evaluation = await evaluateModel(tinyModel(), tinyDataset(), { batchSize: 2 });
  assert.equal(evaluation.model, "tiny");
  assert.equal(evaluation.rows, 5);
  assert.deepEqual([...evaluation.predicted], [0, 0, 1, 1, 2]);
  assert.deepEqual(evaluation.confusion[0], [2, 1, 0, 0, 0]);
  assert.equal(evaluation.report.accuracy, 0.6);
  // The softmax of the logits 3, 0, 0, 0, 0.
  const share = Math.exp(3) / (Math.exp(3) + 4);
  assert.ok(Math.abs(evaluation.probabilities[0]! - share) < 1e-6);
  assert.deepEqual(evaluation.source, { name: "five rows", synthetic: true });
  assert.equal(evaluation.role, "test");
});

Deno.test("evaluateModel() fails on rows without the model's input", async () => {
  await startBackend({ warn: () => {} });
  const { beat, ...inputs } = tinyDataset().inputs;
  const dataset = { ...tinyDataset(), inputs: { ...inputs, rhythm: beat! } };
  await assert.rejects(
    async () => await evaluateModel(tinyModel(), dataset),
    /wanted input "beat"/,
  );
});

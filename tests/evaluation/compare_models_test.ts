import assert from "node:assert/strict";
import { compareModels, scoreProbabilities } from "lib/evaluation/mod.ts";
import { createPrng } from "lib/random/mod.ts";

/** An evaluation of 20 rows, ten of each of two classes, with the given predictions. */
function evaluationOf(model: string, predicted: number[], labels = twenty) {
  const probabilities = Float32Array.from(predicted.flatMap((label) => [1 - label, label]));
  const source = { name: "rows", synthetic: true };
  const dataset = { role: "test" as const, labels: Uint8Array.from(labels), source };
  return scoreProbabilities(probabilities, dataset, { model });
}

const twenty = Array.from({ length: 20 }, (_, row) => row < 10 ? 0 : 1);
const wrongIn = (...rows: number[]) =>
  twenty.map((label, row) => rows.includes(row) ? 1 - label : label);
const options = () => ({ prng: createPrng(1), resamples: 200 });

Deno.test("compareModels() gives both scores, their difference and McNemar's counts", () => {
  const first = evaluationOf("first", wrongIn(0, 1, 10, 11));
  const second = evaluationOf("second", wrongIn(0, 10));
  const { accuracy, macroF1, mcNemar } = compareModels(first, second, options());
  assert.equal(accuracy.first.estimate, 0.8);
  assert.equal(accuracy.second.estimate, 0.9);
  assert.ok(Math.abs(accuracy.difference.estimate - 0.1) < 1e-12);
  assert.ok(Math.abs(macroF1.difference.estimate - 0.1) < 1e-12);
  const { both, onlyFirst, onlySecond, neither, exactP } = mcNemar;
  assert.deepEqual([both, onlyFirst, onlySecond, neither, exactP], [16, 0, 2, 2, 0.5]);
});

Deno.test("compareModels() draws the same rows for both: models that agree do not differ", () => {
  const first = evaluationOf("first", wrongIn(3, 12));
  const { accuracy } = compareModels(first, { ...first, model: "copy" }, options());
  assert.deepEqual([accuracy.difference.low, accuracy.difference.high], [0, 0]);
  assert.ok(accuracy.first.low < 0.9 && accuracy.first.high > 0.9);
});

Deno.test("compareModels() refuses evaluations of other rows", () => {
  const first = evaluationOf("first", twenty);
  const other = evaluationOf("other", twenty, twenty.toReversed());
  assert.throws(
    () => compareModels(first, other, options()),
    /wanted evaluations of the same rows/,
  );
});

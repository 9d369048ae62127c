import assert from "node:assert/strict";
import { scoreProbabilities } from "lib/evaluation/mod.ts";

const dataset = {
  role: "test" as const,
  labels: Uint8Array.of(0, 0, 1, 1),
  source: { name: "four rows", synthetic: false },
};

Deno.test("scoreProbabilities() gives confusion, report and both curves of each class", () => {
  const positive = [0.1, 0.4, 0.35, 0.8];
  const probabilities = Float32Array.from(positive.flatMap((share) => [1 - share, share]));
  const { confusion, report, roc, pr, rows } = scoreProbabilities(probabilities, dataset);
  assert.equal(rows, 4);
  assert.deepEqual(confusion, [[2, 0], [1, 1]]);
  assert.equal(report.accuracy, 0.75);
  // The example of scikit-learn's documentation: area 0.75, average precision 0.83.
  assert.equal(roc[1]!.area, 0.75);
  assert.ok(Math.abs(pr[1]!.area - 0.8333333) < 1e-6);
  assert.equal(roc[0]!.area, 0.75);
});

Deno.test("scoreProbabilities() takes the first of classes that are as likely", () => {
  const { predicted } = scoreProbabilities(new Float32Array(8).fill(0.5), dataset);
  assert.deepEqual([...predicted], [0, 0, 0, 0]);
});

Deno.test("scoreProbabilities() keeps a class without rows, whose area is not defined", () => {
  const { report, roc } = scoreProbabilities(
    Float32Array.from([1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0]),
    dataset,
  );
  assert.equal(report.classes.length, 3);
  assert.equal(report.classes[2]!.support, 0);
  assert.ok(Number.isNaN(roc[2]!.area));
});

Deno.test("scoreProbabilities() names a probability that is no number", () => {
  const probabilities = Float32Array.from([1, 0, NaN, NaN, 0, 1, 0, 1]);
  assert.throws(
    () => scoreProbabilities(probabilities, dataset),
    /wanted finite scores, found NaN/,
  );
});

Deno.test("scoreProbabilities() wants as many probabilities for each row", () => {
  assert.throws(() => scoreProbabilities(new Float32Array(7), dataset), /found 7 for 4 rows/);
  const empty = { ...dataset, labels: new Uint8Array() };
  assert.throws(() => scoreProbabilities(new Float32Array(), empty), /found 0 for 0 rows/);
});

import assert from "node:assert/strict";
import { confusionMatrix } from "lib/metrics/mod.ts";
import { caseNames, golden } from "../golden.ts";

Deno.test("confusionMatrix() counts as scikit-learn does", () => {
  for (const name of caseNames) {
    const { actual, predicted, confusion } = golden[name];
    assert.deepEqual(confusionMatrix(actual, predicted, 5), confusion);
    assert.deepEqual(
      confusionMatrix(Uint8Array.from(actual), Uint8Array.from(predicted), 5),
      confusion,
    );
  }
});

Deno.test("confusionMatrix() keeps a row and column of zeros for a class that never occurs", () => {
  assert.deepEqual(confusionMatrix([0, 2], [0, 0], 3), [[1, 0, 0], [0, 0, 0], [1, 0, 0]]);
});

Deno.test("confusionMatrix() refuses no rows, unequal lengths and indices that are no class", () => {
  assert.throws(() => confusionMatrix([], [], 2), /wanted at least one row, found none/);
  assert.throws(
    () => confusionMatrix([0, 1], [0], 2),
    /one prediction for each of 2 rows, found 1/,
  );
  assert.throws(
    () => confusionMatrix([0, 1], [0, 2], 2),
    /wanted predicted classes from 0 to 1, found 2 in row 1/,
  );
  assert.throws(() => confusionMatrix([0.5], [0], 2), /actual classes from 0 to 1, found 0.5/);
});

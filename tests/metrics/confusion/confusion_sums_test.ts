import assert from "node:assert/strict";
import { confusionSums } from "lib/metrics/confusion/confusion_sums.ts";

Deno.test("confusionSums() adds rows, columns and the diagonal", () => {
  assert.deepEqual(confusionSums([[5, 1], [2, 8]]), {
    total: 16,
    correct: 13,
    actual: [6, 10],
    predicted: [7, 9],
  });
});

Deno.test("confusionSums() refuses a matrix that is not square or counts nothing", () => {
  assert.throws(() => confusionSums([[1, 2], [3]]), /wanted 2 columns .* found 1 in row 1/);
  assert.throws(
    () => confusionSums([[0, 0], [0, 0]]),
    /at least one counted row, found a sum of 0/,
  );
  assert.throws(() => confusionSums([]), /at least one counted row, found a sum of 0/);
});

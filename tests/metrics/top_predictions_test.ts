import assert from "node:assert/strict";
import { topPredictions } from "lib/metrics/mod.ts";
import { caseNames, golden } from "./golden.ts";

Deno.test("topPredictions() takes numpy's argmax, the first of tied classes", () => {
  for (const name of caseNames) {
    const { probabilities, predicted } = golden[name];
    const top = topPredictions(probabilities, 5);
    assert.deepEqual([...top.predicted], predicted);
    top.confidences.forEach((confidence, row) =>
      assert.equal(confidence, Math.fround(Math.max(...probabilities.slice(5 * row, 5 * row + 5))))
    );
  }
});

Deno.test("topPredictions() of no rows is empty, and refuses half a row", () => {
  assert.equal(topPredictions([], 5).predicted.length, 0);
  assert.throws(() => topPredictions([0.5, 0.5, 1], 2), /wanted rows of 2 .* found 3/);
});

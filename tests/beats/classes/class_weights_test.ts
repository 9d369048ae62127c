import assert from "node:assert/strict";
import { classWeights } from "lib/beats/mod.ts";
import golden from "../../fixtures/beats/rows.json" with { type: "json" };
import { goldenDataset } from "../golden_dataset.ts";
import { makeDataset } from "../make_beats.ts";

Deno.test("classWeights() gives scikit-learn's balanced weights", () => {
  const weights = classWeights(goldenDataset());
  weights.forEach((weight, label) => {
    assert.ok(Math.abs(weight - golden.classWeights[label]!) < 1e-14, `class ${label}`);
  });
});

Deno.test("classWeights() gives 0 to classes without rows and counts them not", () => {
  assert.deepEqual(classWeights(makeDataset("train", [0, 0, 0, 2])), [4 / 6, 0, 2, 0, 0]);
});

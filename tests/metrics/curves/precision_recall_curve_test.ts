import assert from "node:assert/strict";
import { precisionRecallCurve } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden, scoresOfClass } from "../golden.ts";

Deno.test("precisionRecallCurve() gives scikit-learn's points and average precision", () => {
  for (const name of caseNames) {
    const { actual, probabilities, precisionRecall } = golden[name];
    for (const [index, wanted] of Object.entries(precisionRecall)) {
      const positives = actual.map((label: number) => label === Number(index));
      const scores = scoresOfClass(probabilities, Number(index));
      assertClose(precisionRecallCurve(positives, scores), wanted);
    }
  }
});

Deno.test("precisionRecallCurve() of scores that tell nothing has the share of positives as area", () => {
  assert.equal(precisionRecallCurve([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5]).area, 0.25);
});

Deno.test("precisionRecallCurve() leaves recall and area undefined without positive rows", () => {
  const curve = precisionRecallCurve([0, 0], [0.1, 0.2]);
  assert.ok(Number.isNaN(curve.area));
  assert.ok(curve.x.every(Number.isNaN));
  assert.deepEqual([...curve.y], [1, 0, 0]);
});

Deno.test("precisionRecallCurve() refuses empty input", () => {
  assert.throws(() => precisionRecallCurve([], []), /wanted at least one row, found none/);
});

import assert from "node:assert/strict";
import { rocCurve } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden, scoresOfClass } from "../golden.ts";

Deno.test("rocCurve() gives scikit-learn's points, thresholds and area for tied scores", () => {
  for (const name of caseNames) {
    const { actual, probabilities, roc } = golden[name];
    for (const [index, wanted] of Object.entries(roc)) {
      const positives = actual.map((label: number) => label === Number(index));
      assertClose(rocCurve(positives, scoresOfClass(probabilities, Number(index))), wanted);
    }
  }
});

Deno.test("rocCurve() of scores that tell nothing is the diagonal", () => {
  const curve = rocCurve([1, 0, 1, 0], [0.5, 0.5, 0.5, 0.5]);
  assert.deepEqual([...curve.x], [0, 1]);
  assert.deepEqual([...curve.y], [0, 1]);
  assert.equal(curve.area, 0.5);
});

Deno.test("rocCurve() leaves undefined what has no rows to be counted in", () => {
  const withoutPositives = rocCurve([0, 0, 0], [0.1, 0.2, 0.3]);
  assert.ok(Number.isNaN(withoutPositives.area));
  assert.ok(withoutPositives.y.every(Number.isNaN));
  assert.equal(withoutPositives.x.at(-1), 1);
  const withoutNegatives = rocCurve([1, 1, 1], [0.1, 0.2, 0.3]);
  assert.ok(Number.isNaN(withoutNegatives.area));
  assert.ok(withoutNegatives.x.every(Number.isNaN));
});

Deno.test("rocCurve() refuses empty input", () => {
  assert.throws(() => rocCurve([], []), /wanted at least one row, found none/);
});

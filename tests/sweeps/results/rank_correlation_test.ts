import assert from "node:assert/strict";
import { rankCorrelation } from "lib/sweeps/results/rank_correlation.ts";

const x = [0.31, 0.12, 0.12, 0.98, 0.55, 0.7, 0.12, 0.44];
const y = [5, 1, 3, 9, 4, 9, 2, 7];

Deno.test("rankCorrelation() is scipy's spearmanr, with ties", () => {
  // python -c "from scipy.stats import spearmanr; print(spearmanr(x, y)[0])", of the lists above
  assert.ok(Math.abs(rankCorrelation(x, y) - 0.8958572659547142) < 1e-12);
  assert.equal(rankCorrelation(x, x.map((value) => -value)), -1);
  assert.ok(Number.isNaN(rankCorrelation([1, 1, 1], [1, 2, 3])));
});

Deno.test("rankCorrelation() is NaN where a value is, as scipy's, and takes infinite ones", () => {
  // python -c "from scipy.stats import spearmanr; print(spearmanr(...)[0])": nan and 1.0
  assert.ok(Number.isNaN(rankCorrelation([0.1, 0.2, NaN, 0.3], [4, 3, 2, 1])));
  assert.ok(Number.isNaN(rankCorrelation([1, 2], [1, NaN])));
  assert.equal(rankCorrelation([0.1, 0.2, Infinity], [1, 2, 3]), 1);
});

Deno.test("rankCorrelation() refuses lists that do not belong together", () => {
  assert.throws(() => rankCorrelation([1, 2], [1]), /found 2 and 1/);
  assert.throws(() => rankCorrelation([1], [1]), /at least 2/);
});

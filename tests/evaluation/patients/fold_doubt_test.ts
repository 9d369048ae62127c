import assert from "node:assert/strict";
import { foldDoubt } from "lib/evaluation/mod.ts";
import { createPrng } from "lib/random/mod.ts";

/** Rows of four classes that are right about three times of four. */
function fold(seed: number, rows: number) {
  const prng = createPrng(seed);
  const labels = Uint8Array.from({ length: rows }, (_, row) => row % 4);
  const probabilities = new Float32Array(rows * 4);
  labels.forEach((label, row) => {
    const weights = [0, 1, 2, 3].map((one) => Math.exp(2 * prng() + (one === label ? 1 : 0)));
    const sum = weights.reduce((all, weight) => all + weight);
    probabilities.set(weights.map((weight) => weight / sum), row * 4);
  });
  return { labels, probabilities };
}

Deno.test("foldDoubt() promises a coverage for each class that it keeps on folds left out", () => {
  const folds = Array.from({ length: 8 }, (_, seed) => fold(seed, 800));
  const { doubt, coverage } = foldDoubt(
    folds.map(({ probabilities }) => probabilities),
    folds.map(({ labels }) => labels),
  );
  assert.deepEqual(doubt.rows, [1600, 1600, 3200]);
  assert.deepEqual(coverage.rows, [1600, 1600, 1600, 1600]);
  const [n, s, v, f] = coverage.covered.map((covered) => covered / 1600);
  // V and F count as one; of 1,600 rows the share spreads by .009.
  for (const share of [n!, s!, (v! + f!) / 2]) {
    assert.ok(Math.abs(share - doubt.coverage) < 0.03, `${share}`);
  }
  assert.ok(coverage.uncertain > 0 && coverage.uncertain < 6400);
});

import assert from "node:assert/strict";
import { reliabilityBins } from "lib/metrics/mod.ts";
import { assertClose, confidencesOf, golden } from "../golden.ts";

Deno.test("reliabilityBins() gives the bins of scikit-learn's calibration_curve", () => {
  for (const name of ["sure", "modest"] as const) {
    const { counts, confidence, accuracy } = golden.calibration[name];
    const bins = reliabilityBins(...confidencesOf(name));
    assert.deepEqual(bins.map(({ count }) => count), counts);
    const filled = bins.filter(({ count }) => count > 0);
    assertClose(filled.map((bin) => bin.confidence), confidence);
    assertClose(filled.map((bin) => bin.accuracy), accuracy);
  }
});

Deno.test("reliabilityBins() puts an edge into the bin below it, and 0 into the first", () => {
  for (const binCount of [3, 7, 10, 15, 49]) {
    for (let edge = 1; edge <= binCount; edge++) {
      const bins = reliabilityBins([edge / binCount], [true], { binCount });
      assert.equal(bins.findIndex(({ count }) => count === 1), edge - 1);
      assert.equal(bins[edge - 1]!.high, edge / binCount);
    }
  }
  assert.equal(reliabilityBins([0], [1])[0]!.count, 1);
});

Deno.test("reliabilityBins() leaves confidence and accuracy of an empty bin undefined", () => {
  const [first] = reliabilityBins([0.9], [1], { binCount: 2 });
  assert.deepEqual(first, { low: 0, high: 0.5, count: 0, confidence: NaN, accuracy: NaN });
});

Deno.test("reliabilityBins() refuses no rows, unequal lengths and confidences beyond 0 and 1", () => {
  assert.throws(() => reliabilityBins([], []), /found 0 confidences and 0 results/);
  assert.throws(() => reliabilityBins([0.5], [1, 0]), /found 1 confidences and 2 results/);
  assert.throws(() => reliabilityBins([0.5, 1.5], [1, 0]), /from 0 to 1, found 1.5 in row 1/);
});

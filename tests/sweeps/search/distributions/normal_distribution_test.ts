import assert from "node:assert/strict";
import {
  normalDensity,
  normalProbability,
  normalQuantile,
} from "lib/sweeps/search/distributions/normal_distribution.ts";

// scipy.stats.norm.cdf and .ppf, scipy 1.17
const cdf = [
  [-8, 6.220960574271785e-16],
  [-3.6, 0.00015910859015753364],
  [-1, 0.15865525393145707],
  [
    0,
    0.5,
  ],
  [2.5, 0.9937903346742238],
];
const ppf = [[1e-9, -5.9978070150076865], [0.3, -0.5244005127080409], [
  0.999999,
  4.753424308822899,
]];

Deno.test("normalProbability() equals scipy, to its digits in the tails", () => {
  for (const [x, p] of cdf as [number, number][]) {
    assert.ok(Math.abs(normalProbability(x) / p - 1) < 1e-10, `${x}: ${normalProbability(x)}`);
  }
});

Deno.test("normalQuantile() equals scipy", () => {
  for (const [p, x] of ppf as [number, number][]) assert.ok(Math.abs(normalQuantile(p) - x) < 1e-9);
  assert.deepEqual([normalQuantile(0), normalQuantile(1)], [-Infinity, Infinity]);
});

Deno.test("normalDensity() is the slope of normalProbability()", () => {
  const slope = (normalProbability(0.7001) - normalProbability(0.6999)) / 0.0002;
  assert.ok(Math.abs(normalDensity(0.7) - slope) < 1e-8);
});

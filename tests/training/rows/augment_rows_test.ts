import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { augmentRows } from "lib/training/rows/augment_rows.ts";

const none = { stretching: 0, scaling: 0, noise: 0 };
const ramp = () => Float32Array.from({ length: 2 * 50 }, (_, i) => i % 50);
const shape = [50, 1];

Deno.test("without augmentation rows stay as they are", () => {
  const values = ramp();
  augmentRows({ values, shape }, none, createPrng(1));
  assert.deepEqual(values, ramp());
});

Deno.test("stretching lets a row run at another speed and its last sample go on", () => {
  const values = ramp();
  augmentRows({ values, shape }, { ...none, stretching: 0.2 }, () => 0.75); // speed 1.1
  for (const row of [values.subarray(0, 50), values.subarray(50)]) {
    row.forEach((value, t) => assert.ok(Math.abs(value - Math.min(1.1 * t, 49)) < 1e-4));
  }
});

Deno.test("stretching keeps the features of a sample together", () => {
  const values = Float32Array.of(0, 10, 1, 11, 2, 12);
  augmentRows({ values, shape: [3, 2] }, { ...none, stretching: 0.5 }, () => 0); // speed 0.5
  assert.deepEqual([...values], [0, 10, 0.5, 10.5, 1, 11]);
});

Deno.test("scaling gives each row one factor within its bounds", () => {
  const values = ramp();
  augmentRows({ values, shape }, { ...none, scaling: 0.1 }, createPrng(3));
  const factors = [values[10]! / 10, values[60]! / 10];
  assert.notEqual(factors[0], factors[1]);
  for (const factor of factors) assert.ok(factor >= 0.9 && factor <= 1.1);
  assert.ok(Math.abs(values[49]! - 49 * factors[0]!) < 1e-4);
});

Deno.test("noise has the standard deviation that was asked for", () => {
  const values = new Float32Array(40_000);
  augmentRows({ values, shape: [40, 1] }, { ...none, noise: 0.02 }, createPrng(4));
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  // Its own standard error is 0.02 / sqrt(80,000): 0.00007
  assert.ok(Math.abs(deviation - 0.02) < 0.0004, `${deviation}`);
});

Deno.test("the same numbers change rows alike", () => {
  const all = { stretching: 0.1, scaling: 0.1, noise: 0.01 };
  const [a, b, c] = [7, 7, 8].map((seed) => {
    const values = ramp();
    augmentRows({ values, shape }, all, createPrng(seed));
    return values;
  });
  assert.deepEqual(a, b);
  assert.notDeepEqual(a, c);
});

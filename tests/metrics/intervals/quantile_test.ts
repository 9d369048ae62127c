import assert from "node:assert/strict";
import { quantile } from "lib/metrics/mod.ts";

Deno.test("quantile() is linear between the two nearest numbers", () => {
  const values = [10, 0, 30, 20];
  assert.deepEqual([0, 0.1, 0.5, 0.75, 1].map((share) => quantile(values, share)), [
    0,
    3.0000000000000004,
    15,
    22.5,
    30,
  ]);
  assert.deepEqual(values, [10, 0, 30, 20]);
  assert.equal(quantile([7], 0.3), 7);
});

Deno.test("quantile() of numbers of which one is none is none", () => {
  assert.ok(Number.isNaN(quantile([1, NaN, 2], 0)));
});

Deno.test("quantile() refuses no numbers and shares beyond 0 and 1", () => {
  assert.throws(() => quantile([], 0.5), /wanted at least one number, found none/);
  assert.throws(() => quantile([1], 1.2), /wanted a share from 0 to 1, found 1.2/);
});

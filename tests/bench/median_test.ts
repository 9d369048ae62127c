import assert from "node:assert/strict";
import { median } from "../../bench/median.ts";

Deno.test("median() is the middle number, whatever the order", () => {
  assert.equal(median([10, 2, 33]), 10);
});

Deno.test("median() of an even count is the mean of the two in the middle", () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

Deno.test("median() leaves what it is given as it is", () => {
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

Deno.test("median() refuses an empty list", () => {
  assert.throws(() => median([]), /wanted at least one number, found none/);
});

import assert from "node:assert/strict";
import { meanSaliency } from "lib/evaluation/mod.ts";

Deno.test("meanSaliency() gives each row the same weight, however large its gradient", () => {
  const [normal, ectopic] = meanSaliency([1, 3, 300, 100, 0, 5], [0, 0, 1]);
  assert.deepEqual([...normal!], [0.5, 0.5]);
  assert.deepEqual([...ectopic!], [0, 1]);
});

Deno.test("meanSaliency() has no number for a class without rows", () => {
  const [, ectopic] = meanSaliency([1, 1], [0]);
  assert.deepEqual([...ectopic!], [NaN, NaN]);
});

Deno.test("meanSaliency() wants whole rows", () => {
  assert.throws(() => meanSaliency([1, 2, 3], [0, 0]), /found 3 for 2 rows/);
  assert.throws(() => meanSaliency([], []), RangeError);
});

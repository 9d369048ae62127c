import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { shuffledRows } from "lib/training/rows/shuffled_rows.ts";

Deno.test("shuffledRows() gives every row once, by its seed", () => {
  const order = shuffledRows(1000, createPrng(1));
  assert.deepEqual([...order].sort((a, b) => a - b), Array.from({ length: 1000 }, (_, i) => i));
  assert.deepEqual(shuffledRows(1000, createPrng(1)), order);
  assert.notDeepEqual(shuffledRows(1000, createPrng(2)), order);
});

Deno.test("every row is as likely at every place", () => {
  const prng = createPrng(5);
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let i = 0; i < 4000; i++) {
    shuffledRows(4, prng).forEach((row, place) => counts[row]![place]!++);
  }
  // 1,000 each; five standard deviations are 137
  for (const count of counts.flat()) assert.ok(Math.abs(count - 1000) < 137, `${counts}`);
});

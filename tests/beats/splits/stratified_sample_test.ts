import assert from "node:assert/strict";
import { classCounts } from "lib/beats/mod.ts";
import { stratifiedSample } from "lib/beats/splits/stratified_sample.ts";
import { createPrng } from "lib/random/mod.ts";

/** Labels of classes 0 to 4 with the given counts, mixed. */
function mixed(counts: number[]): Uint8Array {
  const labels = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  return Uint8Array.from(labels, (_, row) => labels[(row * 7919) % labels.length]!);
}

function pickedCounts(labels: Uint8Array, count: number, seed = 0): number[] {
  const rows = stratifiedSample(labels, count, createPrng(seed));
  assert.equal(new Set(rows).size, rows.length);
  assert.deepEqual(rows, rows.toSorted((a, b) => a - b));
  return classCounts(rows.map((row) => labels[row]!));
}

Deno.test("stratifiedSample() keeps every class in its share", () => {
  assert.deepEqual(pickedCounts(mixed([500, 300, 100, 60, 40]), 100), [50, 30, 10, 6, 4]);
});

Deno.test("stratifiedSample() picks exactly as many rows as asked for", () => {
  const labels = mixed([501, 299, 107, 61, 39]);
  for (const count of [0, 1, 2, 3, 7, 99, 500, 1006, 1007]) {
    const counts = pickedCounts(labels, count);
    assert.equal(counts.reduce((sum, one) => sum + one), count);
  }
  assert.deepEqual(pickedCounts(labels, 5000), [501, 299, 107, 61, 39]);
});

Deno.test("stratifiedSample() keeps a row of a rare class where there is room", () => {
  assert.deepEqual(pickedCounts(mixed([9996, 1, 1, 1, 1]), 20), [16, 1, 1, 1, 1]);
  assert.deepEqual(pickedCounts(mixed([9996, 1, 1, 1, 1]), 3), [3, 0, 0, 0, 0]);
});

Deno.test("stratifiedSample() leaves out classes that have no rows", () => {
  assert.deepEqual(pickedCounts(mixed([0, 60, 0, 40, 0]), 10), [0, 6, 0, 4, 0]);
  assert.deepEqual(stratifiedSample(new Uint8Array(), 3, createPrng(0)), []);
});

Deno.test("stratifiedSample() picks every row of a class equally often", () => {
  const labels = mixed([20, 0, 0, 0, 0]);
  const counts = new Array<number>(20).fill(0);
  const prng = createPrng(1);
  for (let draw = 0; draw < 4000; draw++) {
    for (const row of stratifiedSample(labels, 5, prng)) counts[row]!++;
  }
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 120, `${count}`);
});

Deno.test("stratifiedSample() refuses a count that is no whole number", () => {
  for (const count of [-1, 1.5, NaN]) {
    assert.throws(() => stratifiedSample(mixed([5, 0, 0, 0, 0]), count, createPrng(0)), RangeError);
  }
});

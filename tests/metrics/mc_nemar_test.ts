import assert from "node:assert/strict";
import { mcNemar } from "lib/metrics/mod.ts";
import { golden } from "./golden.ts";

/** Results of two classifiers with so many rows that only one or the other has right, and 57 alike. */
function results(onlyFirst: number, onlySecond: number): [number[], boolean[]] {
  const first = [...Array(50).fill(1), ...Array(onlyFirst).fill(1), ...Array(onlySecond).fill(0)];
  const second = [...Array(50).fill(1), ...Array(onlyFirst).fill(0), ...Array(onlySecond).fill(1)];
  return [[...first, ...Array(7).fill(0)], [...second, ...Array(7).fill(0)].map(Boolean)];
}

Deno.test("mcNemar() gives statsmodels' numbers, exact and approximate", () => {
  for (const { onlyFirst, onlySecond, ...wanted } of golden.mcNemar) {
    const found = mcNemar(...results(onlyFirst, onlySecond));
    assert.deepEqual([found.both, found.neither], [50, 7]);
    assert.deepEqual([found.onlyFirst, found.onlySecond], [onlyFirst, onlySecond]);
    for (const key of ["exactP", "chiSquare", "chiSquareP"] as const) {
      if (wanted[key] === 0) assert.equal(found[key], 0);
      else assert.ok(Math.abs(found[key] / wanted[key] - 1) < 1e-10, `${key} is ${found[key]}`);
    }
  }
});

Deno.test("mcNemar() finds no difference where the classifiers err alike or equally often", () => {
  for (const count of [0, 1, 12]) {
    const { exactP, chiSquare, chiSquareP } = mcNemar(...results(count, count));
    assert.deepEqual([exactP, chiSquare, chiSquareP], [1, 0, 1]);
  }
});

Deno.test("mcNemar() refuses no rows and unequal lengths", () => {
  assert.throws(() => mcNemar([], []), /wanted the same rows of both, at least one, found 0 and 0/);
  assert.throws(() => mcNemar([1, 0], [1]), /found 2 and 1/);
});

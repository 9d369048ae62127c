import assert from "node:assert/strict";
import { mcNemar } from "lib/metrics/mod.ts";
import { golden } from "../golden.ts";

/** Results of two classifiers with so many rows that only one or the other has right, and 57 alike. */
function results(onlyFirst: number, onlySecond: number): [number[], boolean[]] {
  const first = [...Array(50).fill(1), ...Array(onlyFirst).fill(1), ...Array(onlySecond).fill(0)];
  const second = [...Array(50).fill(1), ...Array(onlyFirst).fill(0), ...Array(onlySecond).fill(1)];
  return [[...first, ...Array(7).fill(0)], [...second, ...Array(7).fill(0)].map(Boolean)];
}

Deno.test("mcNemar() gives statsmodels' exact numbers", () => {
  for (const { onlyFirst, onlySecond, exactP } of golden.mcNemar) {
    const found = mcNemar(...results(onlyFirst, onlySecond));
    assert.deepEqual([found.both, found.neither], [50, 7]);
    assert.deepEqual([found.onlyFirst, found.onlySecond], [onlyFirst, onlySecond]);
    assert.ok(Math.abs(found.exactP / exactP - 1) < 1e-10, `${found.exactP} is not ${exactP}`);
  }
});

Deno.test("mcNemar() finds no difference where the classifiers err alike or equally often", () => {
  for (const count of [0, 1, 12]) {
    assert.equal(mcNemar(...results(count, count)).exactP, 1);
  }
});

Deno.test("mcNemar() refuses no rows and unequal lengths", () => {
  assert.throws(() => mcNemar([], []), /wanted the same rows of both, at least one, found 0 and 0/);
  assert.throws(() => mcNemar([1, 0], [1]), /found 2 and 1/);
});

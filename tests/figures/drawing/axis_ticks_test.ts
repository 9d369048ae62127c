import assert from "node:assert/strict";
import { axisTicks, logarithmicAxis } from "lib/figures/drawing/axis_ticks.ts";

Deno.test("axisTicks() are round and inside the range", () => {
  assert.deepEqual(axisTicks([0.12, 0.35]), [0.15, 0.2, 0.25, 0.3, 0.35]);
  assert.deepEqual(axisTicks([-1, 1]), [-1, -0.5, 0, 0.5, 1]);
  assert.deepEqual(axisTicks([3, 17]), [5, 10, 15]);
});

Deno.test("axisTicks() of a logarithmic scale are few digits of powers of ten, more where there is room", () => {
  assert.deepEqual(axisTicks([1e-4, 1e-2], "log"), [0.0001, 0.0003, 0.001, 0.003, 0.01]);
  assert.deepEqual(axisTicks([0.06, 0.7], "log"), [0.1, 0.2, 0.5]);
  assert.deepEqual(axisTicks([1.5, 5.7], "log"), [1.5, 2, 2.5, 3, 4, 5]);
  assert.deepEqual(axisTicks([1e-6, 1], "log"), [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
});

Deno.test("axisTicks() of a narrow logarithmic range are those of a linear one", () => {
  assert.deepEqual(axisTicks([0.0551, 0.058], "log"), [0.056, 0.057, 0.058]);
  assert.deepEqual(axisTicks([0.95, 1.03], "log"), [0.96, 0.98, 1, 1.02]);
});

Deno.test("axisTicks() of a range without width is that one value", () => {
  assert.deepEqual(axisTicks([2, 2]), [2]);
});

Deno.test("logarithmicAxis() has room around the values, and is linear where one is not above 0", () => {
  const { type, range } = logarithmicAxis([0.1, 1, NaN]);
  assert.equal(type, "log");
  assert.ok(Math.abs(range![0] + 1.05) < 1e-9 && Math.abs(range![1] - 0.05) < 1e-9);
  assert.deepEqual(logarithmicAxis([0, 1]), {});
  assert.deepEqual(logarithmicAxis([]), {});
});

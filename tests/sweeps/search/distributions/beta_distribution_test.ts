import assert from "node:assert/strict";
import {
  betaProbability,
  betaQuantile,
} from "lib/sweeps/search/distributions/beta_distribution.ts";

Deno.test("betaProbability() equals the polynomials of whole shapes", () => {
  for (const x of [0.01, 0.3, 0.5, 0.99]) {
    assert.ok(Math.abs(betaProbability(x, { a: 1, b: 1 }) - x) < 1e-12);
    assert.ok(Math.abs(betaProbability(x, { a: 3, b: 1 }) - x ** 3) < 1e-12);
    assert.ok(Math.abs(betaProbability(x, { a: 2, b: 2 }) - (3 * x ** 2 - 2 * x ** 3)) < 1e-12);
  }
  assert.deepEqual([betaProbability(-1, { a: 2, b: 2 }), betaProbability(2, { a: 2, b: 2 })], [
    0,
    1,
  ]);
});

Deno.test("betaQuantile() is the inverse, for shapes below and above one", () => {
  for (const shape of [{ a: 0.3, b: 0.4 }, { a: 2, b: 5 }, { a: 40, b: 3 }]) {
    for (const p of [0.001, 0.2, 0.9]) {
      assert.ok(Math.abs(betaProbability(betaQuantile(p, shape), shape) - p) < 1e-10);
    }
  }
});

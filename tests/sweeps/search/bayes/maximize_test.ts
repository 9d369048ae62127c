import assert from "node:assert/strict";
import { maximize } from "lib/sweeps/search/bayes/maximize.ts";

const options = { from: -10, to: 10, step: 1, tolerance: 1e-5 };

Deno.test("maximize() climbs the highest of several humps", () => {
  const f = (x: number) => Math.exp(-((x + 4.3) ** 2)) + 1.5 * Math.exp(-((x - 3.77) ** 2) / 2);
  assert.ok(Math.abs(maximize(f, options).at - 3.77) < 1e-4);
});

Deno.test("maximize() needs few looks", () => {
  let looks = 0;
  const found = maximize((x) => (looks++, -Math.cosh(x - 1.234)), options);
  assert.ok(Math.abs(found.at - 1.234) < 1e-4);
  assert.ok(looks < 40, `${looks} looks`);
});

Deno.test("maximize() answers the end of the interval where the function rises to it", () => {
  assert.ok(Math.abs(maximize((x) => x, options).at - 10) < 1e-4);
  assert.ok(Math.abs(maximize((x) => -x, options).at + 10) < 1e-4);
});

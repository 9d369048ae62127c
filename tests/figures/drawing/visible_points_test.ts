import assert from "node:assert/strict";
import { visiblePoints } from "lib/figures/drawing/visible_points.ts";

Deno.test("visiblePoints() keeps the ends of level and upright stretches and every turn", () => {
  const x = [0, 0.1, 0.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5];
  const y = [1, 1, 1, 1, 0.75, 0.5, 0.75, 0.6, 0.75, 0.75];
  const points = visiblePoints(x, y);
  assert.deepEqual(points.map(({ x }) => x), [0, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5]);
  assert.deepEqual(points.map(({ y }) => y), [1, 1, 0.5, 0.75, 0.6, 0.75, 0.75]);
});

Deno.test("visiblePoints() keeps no more points than can be seen", () => {
  const x = Float64Array.from({ length: 20_000 }, (_, index) => index / 19_999);
  assert.equal(visiblePoints(x, x).length, 401);
});

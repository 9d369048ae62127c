import assert from "node:assert/strict";
import { classCurves } from "lib/figures/class_curves.ts";

const options = { area: "area", shape: "linear" } as const;

Deno.test("classCurves() names each curve with its area", () => {
  const [curve] = classCurves([{ x: [0, 1], y: [0, 1], area: 0.5 }] as never, options);
  assert.equal((curve as { name: string }).name, "N · area 0.5000");
});

Deno.test("classCurves() leaves out a class without an area and keeps the others' colours", () => {
  const none = { x: [NaN], y: [NaN], area: NaN };
  const [curve] = classCurves([none, { x: [0, 1], y: [0, 1], area: 0.5 }] as never, options);
  assert.equal((curve as { line: { color: string } }).line.color, "#E69F00");
});

Deno.test("classCurves() keeps the ends of level and upright stretches and every turn", () => {
  const x = [0, 0.1, 0.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5];
  const y = [1, 1, 1, 1, 0.75, 0.5, 0.75, 0.6, 0.75, 0.75];
  const [curve] = classCurves([{ x, y, area: 0.5 }] as never, options) as {
    x: number[];
    y: number[];
  }[];
  assert.deepEqual(curve!.x, [0, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5]);
  assert.deepEqual(curve!.y, [1, 1, 0.5, 0.75, 0.6, 0.75, 0.75]);
});

Deno.test("classCurves() keeps no more points than can be seen", () => {
  const x = Float64Array.from({ length: 20_000 }, (_, index) => index / 19_999);
  const [curve] = classCurves([{ x, y: x, area: 0.5 }], options);
  assert.equal((curve as { x: number[] }).x.length, 401);
});

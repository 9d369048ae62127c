import assert from "node:assert/strict";
import { curveScale, curveSvg } from "lib/site/runs/curve_svg.ts";

const scale = { range: [0, 1] as [number, number], epochs: 5, logarithmic: false };
const options = { scale, goal: "minimize" } as const;

Deno.test("curveSvg() draws a line from the first epoch, with a dot at the best", () => {
  const svg = curveSvg([1, 0, 0.5], options);
  assert.match(svg, /<path d="M4 4L35 30L66 17"\/>/);
  assert.match(svg, /<circle cx="35" cy="30"/);
  assert.match(svg, /<title>3 epochs, from 1 to 0.5; best 0 in epoch 2<\/title>/);
});

Deno.test("curveSvg() takes the greatest value for the best where more is better", () => {
  assert.match(curveSvg([1, 0, 0.5], { ...options, goal: "maximize" }), /<circle cx="4" cy="4"/);
});

Deno.test("curveSvg() leaves a gap where a value is not finite, and is empty without any", () => {
  assert.match(curveSvg([1, NaN, 0.5, 0.5], options), /d="M4 4M66 17L97 17"/);
  assert.equal(curveSvg([NaN], options), "");
  assert.equal(curveSvg([], options), "");
});

Deno.test("curveSvg() ends in a cross where early stopping gave the run up", () => {
  assert.match(curveSvg([1, 0.5], { ...options, stoppedEarly: true }), /class="cross"/);
  assert.doesNotMatch(curveSvg([1, 0.5], options), /class="cross"/);
});

Deno.test("curveSvg() keeps values beyond the scale on its edge", () => {
  assert.match(curveSvg([9, -9], options), /d="M4 4L35 30"/);
  const logarithmic = { range: [0.1, 10] as [number, number], epochs: 5, logarithmic: true };
  assert.match(curveSvg([1, -1], { ...options, scale: logarithmic }), /d="M4 17L35 30"/);
});

Deno.test("curveScale() spans all values but the worst, by powers where that is far", () => {
  const curve = Array.from({ length: 38 }, (_, index) => 1 + index / 38);
  const scale = { epochs: 40, logarithmic: false };
  assert.deepEqual(curveScale([[1e9, ...curve, 1], []], "minimize"), {
    ...scale,
    range: [1, 1 + 36 / 38],
  });
  assert.deepEqual(curveScale([[-1e9, ...curve, 1], []], "maximize"), {
    ...scale,
    range: [1, 1 + 37 / 38],
  });
  assert.equal(curveScale([[0.1, 1]], "minimize").logarithmic, true);
  assert.deepEqual(curveScale([], "minimize"), { range: [0, 1], epochs: 2, logarithmic: false });
});

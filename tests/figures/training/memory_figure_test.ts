import assert from "node:assert/strict";
import { memoryFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

Deno.test("memoryFigure() draws how the share of the gradient falls, on a logarithmic axis", () => {
  const figure = memoryFigure([{ model: "forwards", shares: [1.23456e-9, 0.5] }]);
  assert.deepEqual(traceValues(figure, "y"), [[1.23e-9, 0.5]]);
  assert.equal(figure.layout.yaxis!.type, "log");
  assert.match(axisTitle(figure, "xaxis")!, /in s/);
});

Deno.test("memoryFigure() leaves a gap where nothing is left", () => {
  const figure = memoryFigure([{ model: "forwards", shares: [0, 1e-35, 0.5] }]);
  assert.deepEqual(traceValues(figure, "y"), [[null, null, 0.5]]);
});

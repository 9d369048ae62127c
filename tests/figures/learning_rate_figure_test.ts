import assert from "node:assert/strict";
import { learningRateFigure } from "lib/figures/mod.ts";
import { sampleHistory } from "./sample_history.ts";
import { traceValues } from "./sample_beats.ts";

Deno.test("learningRateFigure() has one point an epoch on a logarithmic axis", () => {
  const figure = learningRateFigure(sampleHistory(3));
  assert.deepEqual(traceValues(figure, "y"), [[0.001, 0.0005, 0.00025]]);
  assert.equal(figure.layout.yaxis?.type, "log");
});

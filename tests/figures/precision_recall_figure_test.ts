import assert from "node:assert/strict";
import { precisionRecallFigure } from "lib/figures/mod.ts";
import { precisionRecallCurve } from "lib/metrics/mod.ts";
import { axisTitle, traceValues } from "./sample_beats.ts";

Deno.test("precisionRecallFigure() draws steps, as the average precision counts them", () => {
  const pr = [precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])];
  const figure = precisionRecallFigure({ pr });
  assert.deepEqual(traceValues(figure, "name"), ["N · average precision 0.8333"]);
  assert.equal((traceValues(figure, "line")[0] as { shape: string }).shape, "vh");
  assert.equal(axisTitle(figure, "xaxis"), "recall (sensitivity)");
});

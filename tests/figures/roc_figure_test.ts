import assert from "node:assert/strict";
import { rocFigure } from "lib/figures/mod.ts";
import { rocCurve } from "lib/metrics/mod.ts";
import { axisTitle, traceValues } from "./sample_beats.ts";

Deno.test("rocFigure() draws each class and chance", () => {
  const roc = [rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])];
  const figure = rocFigure({ roc });
  assert.deepEqual(traceValues(figure, "name"), ["N · area 0.7500", "chance · area 0.5"]);
  assert.deepEqual(traceValues(figure, "x")[0], [0, 0, 0.5, 0.5, 1]);
  assert.equal(axisTitle(figure, "xaxis"), "false positive rate");
});

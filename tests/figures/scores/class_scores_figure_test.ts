import assert from "node:assert/strict";
import { classScoresFigure } from "lib/figures/mod.ts";
import { subtitle, traceValues } from "../sample_beats.ts";

Deno.test("classScoresFigure() has a bar for each score of each class", () => {
  const report = {
    macroF1: 0.75,
    classes: [
      { precision: 0.9, recall: 0.8, f1: 0.847, support: 1000 },
      { precision: 0.5, recall: 0.6, f1: 0.545, support: 20 },
    ],
  };
  const figure = classScoresFigure({ report });
  assert.deepEqual(traceValues(figure, "name"), ["precision", "recall", "F1"]);
  assert.deepEqual(traceValues(figure, "y"), [[0.9, 0.5], [0.8, 0.6], [0.847, 0.545]]);
  assert.deepEqual(traceValues(figure, "x")[0], ["N<br>1,000 beats", "S<br>20 beats"]);
  assert.equal(subtitle(figure), "macro-F1 0.750");
});

import assert from "node:assert/strict";
import { fullTrainingsFigure } from "lib/figures/sweeps/full_trainings_figure.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

Deno.test("fullTrainingsFigure() draws a dot for each setting and a colour for each search", () => {
  const settings = [{ name: "abc", trial: 0.1, full: 0.95 }, {
    name: "def",
    trial: 0.2,
    full: 0.9,
  }];
  const figure = fullTrainingsFigure({ one: settings, two: settings.slice(1) }, {
    trial: "val_loss",
    full: "macro-F1",
  });
  assert.deepEqual(traceValues(figure, "x"), [[0.1, 0.2], [0.2]]);
  assert.deepEqual(traceValues(figure, "y"), [[0.95, 0.9], [0.9]]);
  assert.equal(axisTitle(figure, "yaxis"), "macro-F1 on all rows");
  assert.equal(figure.layout.showlegend, true);
});

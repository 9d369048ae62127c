import assert from "node:assert/strict";
import { sharedMistakesFigure } from "lib/figures/mod.ts";
import { axisTitle, subtitle, traceValues } from "../sample_beats.ts";

Deno.test("sharedMistakesFigure() shows which part of a model's mistakes another makes too", () => {
  const figure = sharedMistakesFigure({
    models: ["cnn", "rnn"],
    counts: [[20, 15], [15, 30]],
    everyone: 15,
    anyone: 35,
  });
  assert.deepEqual(traceValues(figure, "text")[0], [["20", "15<br>75 %"], ["15<br>50 %", "30"]]);
  assert.deepEqual(traceValues(figure, "z")[0], [[1, 0.75], [0.5, 1]]);
  assert.equal(subtitle(figure), "35 rows are wrong for at least one model, 15 for all");
  assert.equal(axisTitle(figure, "yaxis"), "mistakes of this model");
});

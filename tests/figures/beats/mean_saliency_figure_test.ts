import assert from "node:assert/strict";
import { meanSaliency } from "lib/evaluation/mod.ts";
import { meanSaliencyFigure } from "lib/figures/mod.ts";
import { traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

Deno.test("meanSaliencyFigure() has a panel for each class with rows and a line for each model", () => {
  const cnn = meanSaliency([1, 3, 1, 1], [0, 2]);
  const rnn = meanSaliency([3, 1, 0, 1], [0, 2]);
  const figure = meanSaliencyFigure([{ model: "cnn", shares: cnn }, { model: "rnn", shares: rnn }]);
  assert.deepEqual(annotationTexts(figure), [
    "N · normal or bundle branch block",
    "V · ventricular ectopic",
  ]);
  assert.deepEqual(traceValues(figure, "name"), ["cnn", "rnn", "cnn", "rnn"]);
  assert.deepEqual(traceValues(figure, "y"), [[25, 75], [75, 25], [50, 50], [0, 100]]);
});

import assert from "node:assert/strict";
import { confusionMatricesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

const models = ["cnn", "rnn", "gru", "big"].map((model, wrong) => ({
  model,
  confusion: [[9, wrong], [0, 10]],
}));

Deno.test("confusionMatricesFigure() shows the counts of each model, three models a row", () => {
  const figure = confusionMatricesFigure(models);
  assert.deepEqual(traceValues(figure, "text").slice(0, 2), [
    [["9", "0"], ["0", "10"]],
    [["9", "1"], ["0", "10"]],
  ]);
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x2", "x3", "x4"]);
  assert.deepEqual(annotationTexts(figure), ["cnn", "rnn", "gru", "big"]);
  assert.deepEqual([figure.layout.grid!.rows, figure.layout.grid!.columns], [2, 3]);
});

Deno.test("confusionMatricesFigure() names classes at the left and beneath the last model of a column", () => {
  const figure = confusionMatricesFigure(models);
  const titles = (axis: string) => ["", 2, 3, 4].map((n) => axisTitle(figure, `${axis}axis${n}`));
  assert.deepEqual(titles("x"), ["", "predicted class", "predicted class", "predicted class"]);
  assert.deepEqual(titles("y"), ["actual class (beats)", "", "", "actual class (beats)"]);
  assert.deepEqual(figure.layout.yaxis!.ticktext, ["N (9)", "S (10)"]);
});

import assert from "node:assert/strict";
import { confusionMatricesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

const models = [
  { model: "cnn", confusion: [[9, 1], [0, 10]] },
  { model: "rnn", confusion: [[8, 2], [5, 5]] },
];

Deno.test("confusionMatricesFigure() shows counts and shares of each model side by side", () => {
  const figure = confusionMatricesFigure(models);
  assert.deepEqual(traceValues(figure, "text").slice(0, 2), [
    [["9", "1"], ["0", "10"]],
    [["90.0 %", "10.0 %"], ["0.0 %", "100.0 %"]],
  ]);
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x2", "x3", "x4"]);
  assert.deepEqual(annotationTexts(figure), [
    "cnn · number of beats",
    "cnn · share of the actual class",
    "rnn · number of beats",
    "rnn · share of the actual class",
  ]);
});

Deno.test("confusionMatricesFigure() names the predicted classes beneath the last model alone", () => {
  const figure = confusionMatricesFigure(models);
  const titles = ["xaxis", "xaxis2", "xaxis3", "xaxis4"].map((key) => axisTitle(figure, key));
  assert.deepEqual(titles, ["", "", "predicted class", "predicted class"]);
  assert.equal(axisTitle(figure, "yaxis3"), "actual class (beats)");
});

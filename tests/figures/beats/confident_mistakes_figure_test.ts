import assert from "node:assert/strict";
import { confidentMistakesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts, sampleInputs } from "../sample_evaluations.ts";

const mistake = (row: number) => ({
  row,
  record: "208",
  time: 12.34,
  symbol: "F",
  actual: "F",
  predicted: "N",
  probability: 0.97,
});

Deno.test("confidentMistakesFigure() has a row of panels for each model, with its surest mistakes", () => {
  const figure = confidentMistakesFigure(
    [
      { model: "cnn", mistakes: [mistake(1), mistake(2), mistake(3)] },
      { model: "rnn", mistakes: [mistake(4)] },
    ],
    sampleInputs,
    { perModel: 2 },
  );
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x2", "x3"]);
  assert.equal(annotationTexts(figure)[0], "record 208, 12.3 s<br>F taken for N, 97 % sure");
  assert.equal(annotationTexts(figure)[3], "", "the second model has one mistake alone");
  assert.equal(axisTitle(figure, "yaxis"), "cnn");
  assert.equal(axisTitle(figure, "yaxis3"), "rnn");
});

import assert from "node:assert/strict";
import { precisionRecallCurvesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts, sampleEvaluation } from "../sample_evaluations.ts";

Deno.test("precisionRecallCurvesFigure() draws precision in steps, with the average precision", () => {
  const figure = precisionRecallCurvesFigure([sampleEvaluation("cnn")]);
  const [line] = traceValues(figure, "line") as { shape: string }[];
  assert.equal(line!.shape, "vh");
  assert.equal(axisTitle(figure, "xaxis4"), "recall");
  assert.match(annotationTexts(figure)[1]!, /cnn 1\.0000/);
});

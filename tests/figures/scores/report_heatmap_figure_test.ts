import assert from "node:assert/strict";
import { reportHeatmapFigure } from "lib/figures/mod.ts";
import { traceValues } from "../sample_beats.ts";
import { annotationTexts, sampleEvaluation } from "../sample_evaluations.ts";

Deno.test("reportHeatmapFigure() has a panel for each score, a row for each model, a column for each class", () => {
  const figure = reportHeatmapFigure([sampleEvaluation("cnn"), sampleEvaluation("rnn", 0)]);
  assert.deepEqual(annotationTexts(figure), ["precision", "recall (sensitivity)", "F1"]);
  assert.deepEqual(traceValues(figure, "y")[0], ["cnn", "rnn"]);
  assert.deepEqual(traceValues(figure, "x")[0], ["N", "S", "V", "F", "Q"]);
  const [precision, recall] = traceValues(figure, "text") as string[][][];
  assert.deepEqual(recall![1], ["0.500", "1.000", "1.000", "1.000", "1.000"]);
  assert.equal(precision![1]![1], "0.667");
});

import assert from "node:assert/strict";
import { macroScoresFigure } from "lib/figures/mod.ts";
import { traceValues } from "../sample_beats.ts";
import { sampleEvaluation } from "../sample_evaluations.ts";

Deno.test("macroScoresFigure() shows accuracy and macro scores of each model", () => {
  const figure = macroScoresFigure([sampleEvaluation("cnn"), sampleEvaluation("rnn", 0)]);
  assert.deepEqual(traceValues(figure, "x")[0], [
    "accuracy",
    "macro precision",
    "macro recall",
    "macro-F1",
  ]);
  assert.deepEqual(traceValues(figure, "y"), [[1, 1, 1, 1], [0.9, 0.9333, 0.9, 0.8933]]);
});

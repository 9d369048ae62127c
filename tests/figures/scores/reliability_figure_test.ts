import assert from "node:assert/strict";
import type { ReliabilityBin } from "lib/metrics/mod.ts";
import { reliabilityFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

const bin = (count: number, confidence: number, accuracy: number): ReliabilityBin => ({
  low: 0,
  high: 1,
  count,
  confidence,
  accuracy,
});
const calibration = (model: string) => ({
  model,
  temperature: 1.25,
  before: {
    bins: [bin(3, 0.3, 0), bin(100, 0.7, 0.5), bin(1000, 0.95, 0.9)],
    error: 0.0632,
    logLoss: 0.3,
  },
  after: { bins: [bin(100, 0.6, 0.5), bin(1000, 0.9, 0.9)], error: 0.009, logLoss: 0.2 },
});

Deno.test("reliabilityFigure() draws accuracy over confidence, before and after, with the errors", () => {
  const figure = reliabilityFigure([calibration("cnn"), calibration("rnn")]);
  assert.deepEqual(annotationTexts(figure), [
    "cnn · temperature 1.25<br>ECE 6.32 % → 0.90 %",
    "rnn · temperature 1.25<br>ECE 6.32 % → 0.90 %",
  ]);
  const names = traceValues(figure, "name");
  assert.deepEqual(names.slice(1, 3), ["as it is", "with temperature"]);
  assert.equal(axisTitle(figure, "xaxis"), "mean confidence");
});

Deno.test("reliabilityFigure() leaves out what a handful of rows says", () => {
  const { data } = reliabilityFigure([calibration("cnn")]);
  assert.deepEqual((data[1] as { x: number[] }).x, [0.7, 0.95]);
});

import assert from "node:assert/strict";
import { compareModels } from "lib/evaluation/mod.ts";
import { modelDifferencesFigure } from "lib/figures/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { axisTitle, subtitle, traceValues } from "../sample_beats.ts";
import { annotationTexts, sampleEvaluation } from "../sample_evaluations.ts";

const [cnn, rnn] = [sampleEvaluation("cnn"), sampleEvaluation("rnn", 0, 2, 4)];
const comparison = compareModels(cnn, rnn, { prng: createPrng(1), resamples: 100 });

Deno.test("modelDifferencesFigure() draws the second model less the first with its interval", () => {
  const figure = modelDifferencesFigure([comparison]);
  assert.deepEqual(annotationTexts(figure), ["accuracy", "macro-F1"]);
  assert.deepEqual(traceValues(figure, "x")[0], [-30]);
  assert.deepEqual(traceValues(figure, "y")[0], ["rnn less cnn<br>p = 0.250"]);
  const [error] = traceValues(figure, "error_x") as { array: number[]; arrayminus: number[] }[];
  const { low, high, estimate } = comparison.accuracy.difference;
  assert.ok(Math.abs(error!.array[0]! - 100 * (high - estimate)) < 1e-2);
  assert.ok(Math.abs(error!.arrayminus[0]! - 100 * (estimate - low)) < 1e-2);
  assert.equal(axisTitle(figure, "xaxis"), "difference in percentage points");
});

Deno.test("modelDifferencesFigure() fills the mark of an interval that leaves out 0", () => {
  const interval = { estimate: 0.1, deviation: 0.01 };
  const accuracy = { ...comparison.accuracy, difference: { ...interval, low: 0.05, high: 0.2 } };
  const macroF1 = { ...comparison.macroF1, difference: { ...interval, low: -0.05, high: 0.2 } };
  const figure = modelDifferencesFigure([{ ...comparison, accuracy, macroF1 }]);
  const marks = traceValues(figure, "marker") as { color: string[] }[];
  assert.notEqual(marks[0]!.color[0], marks[1]!.color[0]);
  assert.equal(marks[1]!.color[0], "#ffffff");
});

Deno.test("modelDifferencesFigure() says what share of the resamples the intervals hold", () => {
  const narrow = compareModels(cnn, rnn, { prng: createPrng(1), resamples: 100, level: 0.8 });
  assert.match(subtitle(modelDifferencesFigure([comparison])), /^95 % bootstrap/);
  assert.match(subtitle(modelDifferencesFigure([narrow])), /^80 % bootstrap/);
});

Deno.test("modelDifferencesFigure() says when there is nothing to compare", () => {
  assert.match(subtitle(modelDifferencesFigure([])), /one model alone/);
});

Deno.test("modelDifferencesFigure() draws a difference whose interval is not known as a hollow mark", () => {
  const groups = cnn.labels.map(() => 0); // all rows are of one record
  const one = compareModels(cnn, rnn, { prng: createPrng(1), resamples: 10, groups });
  const figure = modelDifferencesFigure([one]);
  assert.deepEqual(traceValues(figure, "x")[0], [-30]);
  const [error] = traceValues(figure, "error_x") as { array: number[]; arrayminus: number[] }[];
  assert.deepEqual([error!.array, error!.arrayminus], [[0], [0]]);
  const [mark] = traceValues(figure, "marker") as { color: string[] }[];
  assert.equal(mark!.color[0], "#ffffff");
  const [low, high] = figure.layout.xaxis!.range!;
  assert.ok(low < -30 && high > 0, `from ${low} to ${high}`);
});

import assert from "node:assert/strict";
import { disagreements } from "lib/evaluation/mod.ts";
import { disagreedBeatsFigure } from "lib/figures/mod.ts";
import { subtitle } from "../sample_beats.ts";
import {
  annotationTexts,
  sampleEvaluation,
  sampleInputs,
  sampleLabels,
} from "../sample_evaluations.ts";

const provenance = Array.from(sampleLabels, (_, row) => ({
  record: row === 0 ? "" : "100",
  sample: 360 * row,
  symbol: "N",
}));
const models = [
  sampleEvaluation("cnn"),
  sampleEvaluation("rnn", 0, 2),
  sampleEvaluation("rnn_best", 2),
];
const found = disagreements(models, { labels: sampleLabels, provenance });

Deno.test("disagreedBeatsFigure() says who takes a beat for what", () => {
  const figure = disagreedBeatsFigure(found, sampleInputs);
  assert.deepEqual(annotationTexts(figure), [
    "record unknown · class N<br>N: cnn, rnn_best<br>S: rnn",
    "record 100, 2.0 s · class S<br>S: cnn<br>V: rnn, rnn_best",
  ]);
  assert.match(subtitle(figure), /^the first 2 of 2/);
});

Deno.test("disagreedBeatsFigure() breaks a list of models that is wider than its panel", () => {
  const votes = ["cnn", "cnn_augmented", "cnn_residual", "rnn_convolutional"]
    .map((model) => ({ model, predicted: "V", probability: 1 }));
  const one = { row: 0, record: "100", time: 2, actual: "S", votes };
  assert.deepEqual(annotationTexts(disagreedBeatsFigure([one as never], sampleInputs)), [
    "record 100, 2.0 s · class S<br>V: cnn, cnn_augmented,<br>cnn_residual, rnn_convolutional",
  ]);
});

Deno.test("disagreedBeatsFigure() of models that agree is empty and says so", () => {
  const figure = disagreedBeatsFigure([], sampleInputs);
  assert.equal(figure.data.length, 0);
  assert.equal(subtitle(figure), "there are none");
});

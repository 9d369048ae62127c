import assert from "node:assert/strict";
import { recordScoresFigure } from "lib/figures/mod.ts";
import { subtitle, traceValues } from "../sample_beats.ts";

const scores = (...errors: number[]) =>
  errors.map((own, index) => ({ record: `10${index}`, rows: 10, errors: own }));
const models = [
  { model: "cnn", scores: scores(1, 3, 0) },
  { model: "rnn", scores: scores(2, 4, 0) },
];

Deno.test("recordScoresFigure() shows the share of errors of each model, the worst records first", () => {
  const figure = recordScoresFigure(models);
  assert.deepEqual(traceValues(figure, "x")[0], ["101", "100", "102"]);
  assert.deepEqual(traceValues(figure, "y"), [[30, 10, 0], [40, 20, 0]]);
  assert.equal(subtitle(figure), "all 3 records");
});

Deno.test("recordScoresFigure() leaves out the best records and says so", () => {
  const figure = recordScoresFigure(models, { count: 2 });
  assert.deepEqual(traceValues(figure, "x")[1], ["101", "100"]);
  assert.match(subtitle(figure), /^the 2 of 3 records/);
});

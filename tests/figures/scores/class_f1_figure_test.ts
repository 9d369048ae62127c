import assert from "node:assert/strict";
import { classF1Figure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { sampleEvaluation } from "../sample_evaluations.ts";

Deno.test("classF1Figure() groups the models' F1 by class, with the number of its beats", () => {
  const figure = classF1Figure([sampleEvaluation("cnn"), sampleEvaluation("rnn", 0)]);
  assert.equal((traceValues(figure, "x")[0] as string[])[1], "S<br>2 beats");
  assert.deepEqual(traceValues(figure, "y")[1], [0.6667, 0.8, 1, 1, 1]);
  assert.equal(axisTitle(figure, "yaxis"), "F1");
});

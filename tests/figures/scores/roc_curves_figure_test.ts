import assert from "node:assert/strict";
import { rocCurvesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { sampleEvaluation } from "../sample_evaluations.ts";

Deno.test("rocCurvesFigure() draws five classes of each model over the few false alarms", () => {
  const figure = rocCurvesFigure([sampleEvaluation("cnn"), sampleEvaluation("rnn", 2)]);
  assert.equal(figure.data.length, 10);
  assert.deepEqual(traceValues(figure, "name").slice(0, 2), ["cnn", "rnn"]);
  assert.equal(axisTitle(figure, "yaxis"), "sensitivity");
  assert.ok((figure.layout.xaxis!.range as number[])[1]! < 0.5);
});

Deno.test("rocCurvesFigure() looks closer at models that are good", () => {
  const lowest = (...wrong: number[]) =>
    (rocCurvesFigure([sampleEvaluation("cnn", ...wrong)]).layout.yaxis!.range as number[])[0]!;
  assert.equal(lowest(), 0.9);
  assert.ok(lowest(2, 3) < 0.5);
});

Deno.test("rocCurvesFigure() names the models where there is no beat of class N", () => {
  const evaluation = sampleEvaluation("cnn");
  const none = { x: [0, 1], y: [NaN, NaN], area: NaN } as unknown as typeof evaluation.roc[0];
  const figure = rocCurvesFigure([{ ...evaluation, roc: [none, ...evaluation.roc.slice(1)] }]);
  assert.deepEqual(traceValues(figure, "showlegend"), [true, false, false, false]);
});

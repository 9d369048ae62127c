import assert from "node:assert/strict";
import { epochScoresFigure } from "lib/figures/mod.ts";
import { subtitle, traceValues } from "../sample_beats.ts";
import { sampleHistory } from "../sample_history.ts";

Deno.test("epochScoresFigure() draws a curve for each training and marks its best epoch", () => {
  const figure = epochScoresFigure([
    { name: "forwards", history: sampleHistory(2) },
    { name: "backwards", history: sampleHistory(3) },
  ]);
  assert.deepEqual(traceValues(figure, "name"), ["forwards", "backwards"]);
  assert.deepEqual(traceValues(figure, "y")[1], [0.6, 0.7, 0.6]);
  const [, marks] = traceValues(figure, "marker") as { size: number[] }[];
  assert.ok(marks!.size[1]! > marks!.size[0]!);
});

Deno.test("epochScoresFigure() says when there is no training", () => {
  assert.equal(subtitle(epochScoresFigure([])), "there is no training to show");
});

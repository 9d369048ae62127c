import assert from "node:assert/strict";
import { bestSoFarFigure } from "lib/figures/sweeps/best_so_far_figure.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

const search = { name: "bayes", results: [0.5, NaN, 0.25], best: [0.5, 0.5, 0.25] };

Deno.test("bestSoFarFigure() draws what each run reached and a line of the best", () => {
  const { data, layout } = bestSoFarFigure([search], { metric: "val_loss" });
  assert.deepEqual(traceValues({ data }, "y"), [[0.5, NaN, 0.25], [0.5, 0.5, 0.25]]);
  assert.deepEqual([layout.yaxis!.type, layout.showlegend], ["log", false]);
});

Deno.test("bestSoFarFigure() without results draws lines alone", () => {
  const { data } = bestSoFarFigure([{ name: "mean", best: [0.5, 0.25] }], { metric: "loss" });
  assert.deepEqual(traceValues({ data }, "mode"), ["lines"]);
});

Deno.test("bestSoFarFigure() adds a panel over time where all searches know it", () => {
  const timed = { ...search, minutes: [1, 2, 4] };
  const both = bestSoFarFigure([timed, { ...timed, name: "random" }], { metric: "val_loss" });
  assert.deepEqual(traceValues(both, "xaxis"), ["x", "x", "x", "x", "x2", "x2", "x2", "x2"]);
  assert.equal(axisTitle(both, "xaxis2"), "minutes in which trials ran");
  assert.equal(bestSoFarFigure([timed, search], { metric: "val_loss" }).data.length, 4);
});

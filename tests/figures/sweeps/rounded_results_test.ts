import assert from "node:assert/strict";
import { bestSoFarFigure } from "lib/figures/sweeps/best_so_far_figure.ts";
import { earlyStoppingFigure } from "lib/figures/sweeps/early_stopping_figure.ts";
import { roundedResults } from "lib/figures/sweeps/rounded_results.ts";
import { traceValues } from "../sample_beats.ts";

Deno.test("roundedResults() keeps five decimals, and three digits of the least", () => {
  assert.deepEqual(roundedResults([0.123456789, 3, NaN, 0]), [0.12346, 3, NaN, 0]);
  assert.deepEqual(roundedResults([0.123456789, -1.23456e-7]), [0.123456789, -1.23e-7]);
});

Deno.test("figures of a sweep draw results that are much less than 1", () => {
  const best = bestSoFarFigure([{ name: "s", best: [2e-7, 1e-7] }], { metric: "mse" });
  assert.deepEqual(traceValues(best, "y"), [[2e-7, 1e-7]]);
  const run = { run: "a", metric: [2e-7, 1e-7], best: 1e-7, stoppedEarly: true };
  const curves = earlyStoppingFigure([run], { metric: "mse" });
  assert.deepEqual(traceValues(curves, "y").slice(0, 2), [[2e-7, 1e-7, NaN], [1e-7]]);
});

import assert from "node:assert/strict";
import { earlyStoppingFigure } from "lib/figures/sweeps/early_stopping_figure.ts";
import type { RunResult } from "lib/sweeps/mod.ts";
import { subtitle, traceValues } from "../sample_beats.ts";

const result = (run: string, metric: number[], stoppedEarly = false): RunResult => ({
  run,
  parameters: {},
  state: "finished",
  stoppedEarly,
  metric,
  best: Math.min(...metric),
  seconds: 1,
  endedAfter: 1,
});
const results = [
  result("a", [1, 0.5, 0.25]),
  result("b", [2, 1.5], true),
  result("c", [1, 0.75, 0.5]),
  { ...result("d", []), best: NaN },
];
const figure = earlyStoppingFigure(results, { metric: "val_loss", bands: [2, 6] });

Deno.test("earlyStoppingFigure() tells stopped runs, the others and the best apart", () => {
  assert.deepEqual(traceValues(figure, "y"), [
    [2, 1.5, NaN],
    [1.5],
    [1, 0.75, 0.5, NaN],
    [1, 0.5, 0.25, NaN],
  ]);
  assert.deepEqual(traceValues(figure, "x")[1], [2]); // the cross
});

Deno.test("earlyStoppingFigure() draws the bands that runs have reached", () => {
  assert.deepEqual(figure.layout.shapes!.map(({ x0 }) => x0), [2]);
  assert.equal(subtitle(figure), "1 of 3 runs stopped early; dashed: where runs are compared");
});

Deno.test("earlyStoppingFigure() of a score takes the greatest for the best", () => {
  const { data } = earlyStoppingFigure(results, { metric: "accuracy", goal: "maximize" });
  assert.equal((traceValues({ data }, "text") as string[][]).at(-1)![0], "b");
});

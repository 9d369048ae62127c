import assert from "node:assert/strict";
import { runsFigure } from "lib/tasks/helpers/runs/runs_figure.ts";
import { pastRuns } from "../../../fixtures/tasks/past_runs.ts";

Deno.test("runsFigure() has one line a run, with labelled axes", () => {
  const { data, layout } = runsFigure([pastRuns().named("aaaa")], "val_loss");
  assert.deepEqual(data.map((trace) => [trace.name, (trace as { y: unknown }).y]), [["aaaa", [
    0.5,
    0.75,
  ]]]);
  assert.match(JSON.stringify([layout.xaxis, layout.yaxis]), /logged row.*val_loss/);
});

Deno.test("runsFigure() of many runs names the best eight, drawn on top", () => {
  const run = pastRuns().named("aaaa");
  const runs = Array.from({ length: 12 }, (_, index) => ({
    ...run,
    id: `run${index}`,
    history: [{ val_loss: index }],
  }));
  runs.splice(3, 0, { ...run, id: "astray", history: [{ val_loss: NaN }] });
  const { data } = runsFigure(runs, "val_loss");
  const named = data.filter((trace) => (trace as { showlegend?: boolean }).showlegend);
  assert.deepEqual([data.length, named.map(({ name }) => name)], [
    12,
    Array.from({ length: 8 }, (_, index) => `run${index}`),
  ]);
  assert.equal(data.at(-1)!.name, "run7");
});

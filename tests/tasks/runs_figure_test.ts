import assert from "node:assert/strict";
import { runsFigure } from "lib/tasks/runs_figure.ts";
import { pastRuns } from "../fixtures/tasks/past_runs.ts";

Deno.test("runsFigure() has one line a run, with labelled axes", () => {
  const { data, layout } = runsFigure([pastRuns().named("aaaa")], "val_loss");
  assert.deepEqual(data.map((trace) => [trace.name, (trace as { y: unknown }).y]), [["aaaa", [
    0.5,
    0.75,
  ]]]);
  assert.match(JSON.stringify([layout.xaxis, layout.yaxis]), /logged row.*val_loss/);
});

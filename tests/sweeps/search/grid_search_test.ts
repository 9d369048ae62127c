import assert from "node:assert/strict";
import { toPlain } from "lib/sweeps/configuration/float.ts";
import { gridSearch, gridSize } from "lib/sweeps/search/grid_search.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import type { Parameters, SweepRun } from "lib/sweeps/search/sweep_run.ts";
import { oracleConfig, readText, unwrapped } from "../../fixtures/sweeps/oracle.ts";

const asRun = (parameters: Parameters): SweepRun => ({
  id: "",
  state: "finished",
  parameters,
  metric: [],
});

function allOf(text: string): unknown[] {
  const { config } = parseConfiguration("method: grid\nparameters:\n  " + text);
  const runs: SweepRun[] = [];
  for (let next; (next = gridSearch(config, runs)); runs.push(asRun(next)));
  return runs.map((run) => toPlain(run.parameters));
}

Deno.test("gridSearch() proposes exactly what W&B's engine proposes, in its order, then nothing", () => {
  const config = oracleConfig("grid_nested");
  const runs: SweepRun[] = [];
  for (const line of readText("grid_nested.golden.jsonl").trim().split("\n")) {
    const wanted = JSON.parse(line);
    const found = gridSearch(config, runs);
    if (wanted === null) return assert.equal(found, undefined);
    assert.equal(JSON.stringify(found), JSON.stringify(unwrapped(wanted.config)));
    runs.push(asRun(found!));
  }
  assert.fail("the golden file must end with null");
});

Deno.test("gridSearch() counts equal values once and a combination of any run as done", () => {
  assert.deepEqual(allOf("a: {values: [1, 1.0, true, 1]}"), [{ a: 1 }, { a: true }]);
  const { config } = parseConfiguration("method: grid\nparameters: {a: {values: [1, 2]}}");
  assert.deepEqual(gridSearch(config, [{ ...asRun({ a: 1, other: 3 }), state: "failed" }]), {
    a: 2,
  });
});

Deno.test("gridSearch() leaves the end of q_uniform out", () => {
  assert.deepEqual(allOf("a: {distribution: q_uniform, min: 0.0, max: 1.0, q: 0.25}"), [
    { a: 0 },
    { a: 0.25 },
    { a: 0.5 },
    { a: 0.75 },
  ]);
});

Deno.test("gridSize() is the number of combinations", () => {
  assert.equal(gridSize(oracleConfig("grid_nested")), 24);
});

import assert from "node:assert/strict";
import {
  bestMetric,
  nestParameters,
  parameterAt,
  type SweepRun,
} from "lib/sweeps/search/sweep_run.ts";

const distribution = { distribution: "constant" as const, value: 0 };
const parameters = [["a", "b", "c"], ["a", "d"], ["e"]].map((path) => ({ path, distribution }));

Deno.test("nestParameters() puts nested values into mappings, after the flat ones as W&B does", () => {
  assert.equal(
    JSON.stringify(nestParameters(parameters, [1, 2, 3])),
    '{"e":3,"a":{"b":{"c":1},"d":2}}',
  );
});

Deno.test("parameterAt() reads a nested value and is undefined where there is none", () => {
  assert.equal(parameterAt({ a: { b: { c: 1 } } }, ["a", "b", "c"]), 1);
  assert.equal(parameterAt({ a: 1 }, ["a", "b"]), undefined);
});

Deno.test("bestMetric() is the best finite value of history and summary", () => {
  const run: SweepRun = {
    id: "",
    state: "finished",
    parameters: {},
    metric: [0.4, NaN, 0.9],
    summary: 0.2,
  };
  assert.equal(bestMetric(run, "minimize"), 0.2);
  assert.equal(bestMetric(run, "maximize"), 0.9);
  assert.equal(bestMetric({ ...run, metric: [NaN], summary: undefined }, "minimize"), undefined);
});

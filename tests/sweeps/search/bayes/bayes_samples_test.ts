import assert from "node:assert/strict";
import { bayesSamples } from "lib/sweeps/search/bayes/bayes_samples.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import type { SweepRun } from "lib/sweeps/search/sweep_run.ts";
import { oracleConfig, oracleRuns, readJson } from "../../../fixtures/sweeps/oracle.ts";

Deno.test("bayesSamples() lays runs out as W&B's engine does", () => {
  for (const name of ["bayes", "bayes_smooth", "bayes_large"]) {
    const golden = readJson(`${name}.golden.json`);
    const config = oracleConfig(name);
    const found = bayesSamples(config, oracleRuns(`${name}_runs`, config));
    assert.deepEqual(found.dimensions.map((p) => p.path.join(".")), golden.dims);
    assertClose(found.points.flat(), golden.X.flat());
    assertClose(found.values, golden.y);
    assertClose(found.running.flat(), golden.running.flat());
  }
});

const run = (state: SweepRun["state"], metric: number[], x = 0.5): SweepRun => ({
  id: "",
  state,
  parameters: { x },
  metric,
});
const runs = [
  run("finished", [0.9, 0.2, 0.4]),
  run("finished", [NaN]),
  run("failed", [0.1, 0.7]),
  run("running", [0.3]),
  run("pending", []),
];

function valuesWith(metric: string): number[] {
  const { config } = parseConfiguration(
    `method: bayes\nmetric: {name: loss, ${metric}}\nparameters: {x: {min: 0.0, max: 1.0}}`,
  );
  return bayesSamples(config, runs).values;
}

Deno.test("bayesSamples() imputes failed runs and runs without a finite value", () => {
  assert.deepEqual(valuesWith("impute: worst"), [0.2, 0.9, 0.9]);
  assert.deepEqual(valuesWith("impute: best"), [0.2, 0, 0.1]);
  assert.deepEqual(valuesWith("impute: latest"), [0.2, 0, 0.7]);
  assert.deepEqual(valuesWith("goal: maximize"), [-0.9, -0.1, -0.1]);
});

Deno.test("bayesSamples() counts running runs only where impute_while_running says so", () => {
  assert.deepEqual(valuesWith("impute_while_running: latest"), [0.2, 0.9, 0.9, 0.3]);
});

Deno.test("bayesSamples() leaves out runs whose parameters have no place", () => {
  const config = oracleConfig("bayes_smooth");
  const stray: SweepRun = { ...run("finished", [1]), parameters: { lr: 0.01 } };
  assert.equal(bayesSamples(config, [stray]).points.length, 0);
});

function assertClose(found: number[], wanted: number[]): void {
  assert.equal(found.length, wanted.length);
  found.forEach((value, index) => assert.ok(Math.abs(value - wanted[index]!) < 1e-12));
}

import assert from "node:assert/strict";
import { parseConfiguration } from "lib/sweeps/mod.ts";
import { readConfiguration } from "lib/sweeps/search/mod.ts";

Deno.test("readConfiguration() reads from plain JavaScript what parseConfiguration() reads from YAML", () => {
  const yaml = `
method: bayes
metric: {name: loss, goal: minimize, target: 0.5}
early_terminate: {type: hyperband, min_iter: 3}
parameters:
  rate: {distribution: log_uniform_values, min: 1.0e-4, max: 0.5}
  units: {min: 8, max: 64}
  layer: {parameters: {kind: {values: [dense, conv]}}}
`;
  const description = {
    method: "bayes",
    metric: { name: "loss", goal: "minimize", target: 0.5 },
    early_terminate: { type: "hyperband", min_iter: 3 },
    parameters: {
      rate: { distribution: "log_uniform_values", min: 1e-4, max: 0.5 },
      units: { min: 8, max: 64 },
      layer: { parameters: { kind: { values: ["dense", "conv"] } } },
    },
    run_cap: undefined,
  };
  assert.deepEqual(readConfiguration(description), parseConfiguration(yaml));
});

Deno.test("readConfiguration() takes whole numbers as integers unless a distribution is named", () => {
  const { config } = readConfiguration({
    method: "random",
    parameters: {
      real: { distribution: "uniform", min: 0, max: 1 },
      whole: { min: 0, max: 1 },
    },
  });
  const names = config.parameters.map(({ distribution }) => distribution.distribution);
  assert.deepEqual(names, ["uniform", "int_uniform"]);
});

Deno.test("readConfiguration() names every fault", () => {
  assert.throws(() => readConfiguration({ method: "best", parameters: { rate: 0.5 } }), {
    message: `Cannot read sweep configuration, 2 faults:
  method: must be "grid", "random", "bayes" or "custom" but is "best"
  parameters.rate: must be a mapping such as {value: 0.5}`,
  });
  assert.throws(() => readConfiguration(undefined), /the file: must be a mapping but is missing/);
});

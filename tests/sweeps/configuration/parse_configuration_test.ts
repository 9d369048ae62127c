import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import golden from "../../fixtures/sweeps/configuration.golden.json" with { type: "json" };

/** The lines of the error, without its first. */
function faultsOf(text: string): string[] {
  try {
    parseConfiguration(text);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n  ").slice(1);
  }
}

Deno.test("parseConfiguration() accepts what W&B accepts and refuses what W&B refuses", () => {
  for (const { file, violations } of golden) {
    const deprecated = violations.some((text) => text.includes("base-e exponents"));
    const faults = faultsOf(file).filter((text) => !text.endsWith("early_terminate needs it"));
    assert.equal(faults.length > 0, violations.length > 0 && !deprecated, `${file}\n${faults}`);
  }
});

Deno.test("parseConfiguration() gives all faults at once, each with its path and what is right", () => {
  const text = `
method: grid
metric: {goal: lower}
colour: red
run_cap: 0
parameters:
  rate: {min: 0.1, max: 0.01}
  units: 64
  opt:
    parameters:
      name: {values: []}
      momentum: {distribution: normal, mean: 1}
`;
  assert.deepEqual(faultsOf(text), [
    "colour: is no known key here; known are method, parameters, metric, metrics, " +
    "early_terminate, command, program, name, description, project, entity, run_cap, " +
    "apiVersion, kind, controller, job, image_uri, scheduler",
    "run_cap: must be an integer (without a point) greater than 0 but is 0",
    "parameters.opt.parameters.momentum.mean: is no known key here; known are distribution, mu, " +
    "sigma",
    "parameters.opt.parameters.name.values: must be a list that is not empty but is []",
    "parameters.rate.min: must be less than max (0.01) but is 0.1",
    "parameters.units: must be a mapping such as {value: 64}",
    "metric.name: is missing; must be a text",
    'metric.goal: must be "minimize" or "maximize" but is "lower"',
    "parameters.rate: must be constant, categorical, int_uniform, q_uniform for method grid but " +
    "is uniform",
  ]);
});

Deno.test("parseConfiguration() warns of deprecated distributions and of floats that are text", () => {
  const { config, warnings } = parseConfiguration(`
method: random
parameters:
  a: {distribution: log_uniform, min: -5, max: 0}
  b: {min: 1e-4, max: 0.1, distribution: log_uniform_values}
  c: {values: [1e-4]}
`);
  assert.deepEqual(warnings, [
    "parameters.a.distribution: log_uniform is deprecated, its min and max are natural " +
    "exponents; write log_uniform_values with the limits themselves",
    "parameters.b.min: YAML 1.1, and so W&B, reads 1e-4 as text; write 1.0e-4",
    "parameters.c.values[0]: YAML 1.1, and so W&B, reads 1e-4 as text",
  ]);
  assert.deepEqual(config.parameters[1]?.distribution, {
    distribution: "log_uniform_values",
    min: new Float(1e-4),
    max: new Float(0.1),
  });
});

Deno.test("parseConfiguration() tells int_uniform from uniform by how the bounds are written", () => {
  const { config } = parseConfiguration(
    "method: random\nparameters: {a: {min: 1, max: 4}, b: {min: 1.0, max: 4}}",
  );
  assert.deepEqual(config.parameters.map((p) => p.distribution.distribution), [
    "int_uniform",
    "uniform",
  ]);
});

Deno.test("parseConfiguration() sorts names, nested ones in their parent's place", () => {
  const { config } = parseConfiguration(`
method: random
parameters:
  z: {value: 1}
  opt: {parameters: {name: {value: a}, b: {parameters: {c: {value: 1}}}}}
  a.b: {value: 2}
`);
  assert.deepEqual(config.parameters.map((p) => p.path), [["a.b"], ["opt", "b", "c"], [
    "opt",
    "name",
  ], ["z"]]);
});

Deno.test("parseConfiguration() wants bands of early_terminate at which something can be stopped", () => {
  const faults = (keys: string) =>
    faultsOf(`method: random
metric: {name: loss}
parameters: {x: {value: 1}}
early_terminate: {type: hyperband, ${keys}}`);
  for (const keys of ["min_iter: 3", "max_iter: 27, s: 2", "min_iter: 3, max_iter: 27, s: 2"]) {
    assert.deepEqual(faults(keys), []);
  }
  for (const keys of ["s: 2", "max_iter: 27", "min_iter: 3, max_iter: 27"]) {
    assert.match(faults(keys).join(), /must have min_iter, or max_iter and s/);
  }
  assert.match(faults("max_iter: 2, s: 1").join(), /max_iter: must be at least eta/);
});

Deno.test("parseConfiguration() fills the defaults of metric and early_terminate", () => {
  const { config } = parseConfiguration(`
method: bayes
metric: {name: val_loss}
early_terminate: {type: hyperband, min_iter: 3}
parameters: {x: {min: 0.0, max: 1.0}}
run_cap: 7
`);
  assert.deepEqual(
    JSON.parse(JSON.stringify([config.metric, config.earlyTerminate, config.runCap])),
    [
      { name: "val_loss", goal: "minimize", impute: "worst", imputeWhileRunning: "false" },
      { minIter: 3, eta: 3, strict: true },
      7,
    ],
  );
});

Deno.test("parseConfiguration() says what bayes, hyperband and other engines need", () => {
  const parameters = "parameters: {x: {value: 1}}\n";
  assert.deepEqual(faultsOf("method: bayes\n" + parameters), [
    "metric: is missing; method bayes needs it",
    "parameters: must have one that is not constant for method bayes",
  ]);
  assert.deepEqual(faultsOf("method: grid\ncommand: [x, '${program}']\n" + parameters), [
    "program: is missing; command has ${program}",
  ]);
  assert.match(faultsOf("method: custom\n" + parameters)[0]!, /custom needs an engine in Python/);
  assert.match(
    faultsOf("method: random\nscheduler: {engine: optuna, source: a.py}\n" + parameters)[0]!,
    /scheduler: must be {engine: wandb}/,
  );
  assert.match(
    faultsOf("method: grid\nparameters: [")[0]!,
    /^the file: must be YAML: .*\(\d+:\d+\)/,
  );
});

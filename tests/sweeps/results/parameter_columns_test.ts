import assert from "node:assert/strict";
import { parameterColumns } from "lib/sweeps/results/parameter_columns.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { nextParameters } from "lib/sweeps/search/next_parameters.ts";

const { config } = parseConfiguration(`
method: random
parameters:
  cell: {values: [lstm, gru]}
  units: {values: [64, 32, 128]}
  depth: {min: 1, max: 4}
  epochs: {value: 3}
  noise: {distribution: log_normal}
  optimizer: {parameters: {rate: {distribution: log_uniform_values, min: 0.0001, max: 0.01}}}
`);
const runs = [0.3, 0.6, 0.9].map((u) => ({ parameters: nextParameters(config, [], () => u)! }));
const columns = new Map(parameterColumns(config, runs).map((column) => [column.name, column]));

Deno.test("parameterColumns() has the parameters that vary, nested ones with their path", () => {
  assert.deepEqual([...columns.keys()], ["cell", "depth", "noise", "optimizer.rate", "units"]);
});

Deno.test("parameterColumns() puts categories of numbers in their order, words in the file's", () => {
  assert.deepEqual(columns.get("units"), {
    name: "units",
    scale: "category",
    levels: ["32", "64", "128"],
    range: [0, 2],
    values: [1, 0, 2], // 64, 32, 128
    ordered: true,
  });
  const { levels, values, ordered } = columns.get("cell")!;
  assert.deepEqual([levels, values, ordered], [["lstm", "gru"], [0, 1, 1], false]);
});

Deno.test("parameterColumns() scales a distribution of logarithms by logarithms", () => {
  const { scale, range, values } = columns.get("optimizer.rate")!;
  assert.deepEqual([scale, range], ["log", [0.0001, 0.01]]);
  assert.ok(values.every((value) => value > 0.0001 && value < 0.01));
  const { range: seen, values: noise } = columns.get("noise")!;
  assert.deepEqual(seen, [noise[0], noise[2]]);
  assert.deepEqual(columns.get("depth")!.range, [1, 4]);
});

Deno.test("parameterColumns() has room for what rounding gives: beyond the limits, and 0 with logarithms", () => {
  const { config } = parseConfiguration(`
method: random
parameters:
  a: {distribution: q_log_normal}
  b: {distribution: q_log_uniform_values, min: 1, max: 100, q: 30}
  c: {distribution: q_uniform, min: 0, max: 11, q: 4}`);
  const runs = [0.1, 0.95].map((u) => ({ parameters: nextParameters(config, [], () => u)! }));
  assert.deepEqual(
    parameterColumns(config, runs).map(({ scale, range, values }) => ({ scale, range, values })),
    [
      { scale: "linear", range: [0, 5], values: [0, 5] },
      { scale: "linear", range: [0, 100], values: [0, 90] },
      { scale: "linear", range: [0, 12], values: [0, 12] },
    ],
  );
});

Deno.test("parameterColumns() has NaN where a run lacks the parameter", () => {
  const [cell, depth] = parameterColumns(config, [{ parameters: {} }]);
  assert.deepEqual([cell!.values, depth!.values], [[NaN], [NaN]]);
});

import assert from "node:assert/strict";
import { parameterImportance } from "lib/sweeps/results/parameter_importance.ts";
import type { ParameterColumn } from "lib/sweeps/results/parameter_columns.ts";
import { readJson } from "../../fixtures/sweeps/oracle.ts";

const golden = readJson("importance.golden.json");
const columns: ParameterColumn[] = [
  { name: "units", scale: "category", range: [0, 2], values: golden.units, ordered: true },
  { name: "cell", scale: "category", range: [0, 1], values: golden.cell, ordered: false },
  { name: "rate", scale: "log", range: [1e-4, 1e-2], values: golden.rate, ordered: true },
];

Deno.test("parameterImportance() agrees with scipy's kruskal and spearmanr", () => {
  const found = parameterImportance(columns, golden.results);
  for (const { name, share, correlation } of found) {
    assert.ok(Math.abs(share - golden.share[name]) < 1e-12, `share of ${name}: ${share}`);
    if (name === "cell") assert.equal(correlation, undefined);
    else assert.ok(Math.abs(correlation! - golden.correlation[name]) < 1e-12, name);
  }
  assert.deepEqual(
    found.map(({ share }) => share),
    found.map(({ share }) => share).sort().reverse(),
  );
});

Deno.test("parameterImportance() says what a parameter without effect would have by chance", () => {
  const byName = new Map(
    parameterImportance(columns, golden.results).map((one) => [one.name, one]),
  );
  assert.deepEqual(
    ["units", "cell", "rate"].map((name) => [byName.get(name)!.groups, byName.get(name)!.byChance]),
    [[3, 2 / 36], [2, 1 / 36], [4, 3 / 36]],
  );
});

Deno.test("parameterImportance() leaves out runs without a result", () => {
  const results = golden.results.with(0, NaN).with(1, Infinity);
  const [first] = parameterImportance(columns, results);
  assert.equal(first!.runs, golden.results.length - 2);
});

Deno.test("parameterImportance() of equal results, of one run and of none is 0", () => {
  const column: ParameterColumn = columns[0]!;
  const share = (values: number[], results: number[]) =>
    parameterImportance([{ ...column, values }], results)[0]!;
  assert.deepEqual(
    [share([0, 1, 2], [3, 3, 3]), share([1], [0.5]), share([], [])].map((one) => [
      one.share,
      one.correlation,
    ]),
    [[0, 0], [0, 0], [0, 0]],
  );
});

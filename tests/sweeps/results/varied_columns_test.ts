import assert from "node:assert/strict";
import { variedColumns } from "lib/sweeps/mod.ts";

Deno.test("variedColumns() leaves out what all runs have alike, and finds what lies inside", () => {
  const columns = variedColumns([
    { epochs: 3, optimizer: { name: "adam", rate: 0.1 }, filters: [8, 8] },
    { epochs: 3, optimizer: { name: "adam", rate: 0.2 }, filters: [8, 16] },
  ]);
  assert.deepEqual(columns, [
    {
      name: "optimizer.rate",
      scale: "linear",
      range: [0.1, 0.2],
      values: [0.1, 0.2],
      ordered: true,
    },
    {
      name: "filters",
      scale: "category",
      levels: ["[8,16]", "[8,8]"],
      range: [0, 1],
      values: [1, 0],
      ordered: false,
    },
  ]);
});

Deno.test("variedColumns() takes numbers for a scale, by powers where they are far apart", () => {
  const scaleOf = (...values: number[]) => variedColumns(values.map((x) => ({ x })))[0]?.scale;
  assert.equal(scaleOf(0.001, 0.02), "log");
  assert.equal(scaleOf(0.01, 0.02), "linear");
  assert.equal(scaleOf(0, 0.02), "linear");
});

Deno.test("variedColumns() takes a few numbers of several runs each for a choice, in their order", () => {
  const [column] = variedColumns([64, 8, 8, 64, 128, 128].map((units) => ({ units })));
  assert.deepEqual(column?.levels, ["8", "64", "128"]);
  assert.deepEqual(column?.values, [1, 0, 0, 1, 2, 2]);
  assert.equal(column?.ordered, true);
});

Deno.test("variedColumns() has NaN for a run without the setting", () => {
  const [cell, filters] = variedColumns([{ cell: "gru" }, { filters: 8 }, {
    filters: 9,
    cell: null,
  }]);
  assert.deepEqual(cell?.values, [0, NaN, NaN]);
  assert.deepEqual(filters?.values, [NaN, 8, 9]);
  assert.deepEqual(variedColumns([]), []);
});

import assert from "node:assert/strict";
import { parallelCoordinatesFigure } from "lib/figures/sweeps/parallel_coordinates_figure.ts";
import type { ParameterColumn } from "lib/sweeps/mod.ts";
import { subtitle, traceValues } from "../sample_beats.ts";

const columns: ParameterColumn[] = [
  {
    name: "units",
    scale: "category",
    levels: ["32", "64"],
    range: [0, 1],
    values: [0, 1, 1],
    ordered: true,
  },
  { name: "rate", scale: "log", range: [1e-4, 1e-2], values: [1e-4, 1e-3, 1e-2], ordered: true },
];
const figure = parallelCoordinatesFigure(columns, {
  results: [0.5, 0.25, NaN],
  metric: "val_loss",
});

Deno.test("parallelCoordinatesFigure() has a line for each run with a result, the best last", () => {
  const lines = traceValues(figure, "y") as number[][];
  assert.deepEqual(lines.map((line) => line.slice(1)), [[0, 1], [0.5, 0]]);
  assert.ok(Math.abs(lines[0]![0]! - 0) < 0.1 && Math.abs(lines[1]![0]! - 1) < 0.1);
  assert.equal((traceValues(figure, "line") as { width: number }[])[1]!.width, 3);
  assert.equal(subtitle(figure), "one line a run, the darker the better its val_loss");
});

Deno.test("parallelCoordinatesFigure() labels categories by their values and rates by powers", () => {
  const texts = figure.layout.annotations!.map(({ text, x }) => `${x}: ${text}`);
  assert.deepEqual(texts.filter((text) => /^[01]/.test(text)), [
    "0: units",
    "0: 32",
    "0: 64",
    "1: rate",
    "1: 0.0001",
    "1: 0.0003",
    "1: 0.001",
    "1: 0.003",
    "1: 0.01",
  ]);
  assert.match(texts.join(), /2: val_loss/);
});

Deno.test("parallelCoordinatesFigure() of a score to maximize draws the greatest last", () => {
  const { data } = parallelCoordinatesFigure(columns, {
    results: [0.5, 0.75, 0.25],
    metric: "accuracy",
    goal: "maximize",
  });
  assert.deepEqual((traceValues({ data }, "y") as number[][]).at(-1)!.at(-1), 1);
});

Deno.test("parallelCoordinatesFigure() of no runs has its axes alone", () => {
  const empty = columns.map((column) => ({ ...column, values: [] }));
  const { data, layout } = parallelCoordinatesFigure(empty, { results: [], metric: "val_loss" });
  assert.deepEqual([data.length, layout.shapes!.length], [0, 3]);
});

Deno.test("parallelCoordinatesFigure() tells the runs' names where they are given", () => {
  const options = { results: [0.5, 0.25, NaN], metric: "val_loss", names: ["a", "b", "c"] };
  const named = parallelCoordinatesFigure(columns, options);
  assert.deepEqual(traceValues(named, "name"), ["a", "b"]);
  assert.match((traceValues(named, "hovertext") as string[])[0]!, /^run a<br>units: 32<br>/);
  assert.ok(figure.data.every((trace) => !("name" in trace)));
});

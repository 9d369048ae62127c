import assert from "node:assert/strict";
import { classCountsFigure } from "lib/figures/mod.ts";
import { traceValues } from "../sample_beats.ts";

const counts = { train: [72471, 2223, 5788, 641, 6431], test: [18118, 556, 1448, 162, 1608] };

Deno.test("classCountsFigure() has one bar a class and part, with its number", () => {
  const figure = classCountsFigure(counts);
  assert.deepEqual(traceValues(figure, "name"), ["train", "test"]);
  assert.deepEqual(traceValues(figure, "y"), [counts.train, counts.test]);
  assert.deepEqual(traceValues(figure, "x")[0], ["N", "S", "V", "F", "Q"]);
  assert.equal((traceValues(figure, "text")[0] as string[])[0], "train<br>72,471");
});

Deno.test("classCountsFigure() has a logarithmic axis unless it is told not to", () => {
  assert.equal(classCountsFigure(counts).layout.yaxis?.type, "log");
  assert.equal(classCountsFigure(counts, { logarithmic: false }).layout.yaxis?.type, "linear");
});

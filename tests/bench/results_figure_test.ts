import assert from "node:assert/strict";
import { resultsFigure } from "../../bench/results_figure.ts";
import { sampleResult } from "./sample_result.ts";

Deno.test("resultsFigure() draws a bar for each contender, the fastest other's as long as 1", () => {
  const { data } = resultsFigure({ cnn_32: sampleResult() });
  const lengths = Object.fromEntries(
    data.map((bars) => [bars.name, (bars as { x: number[] }).x[0]]),
  );
  assert.deepEqual(lengths, { "this project": 0.4, Keras: 1, PyTorch: 1.6 });
});

Deno.test("resultsFigure() puts no two bars at one place", () => {
  const wfdb = { title: "read", medians: { ours: 1, wfdb: 4 }, ratio: 0.25 };
  const { data } = resultsFigure({ cnn_32: sampleResult(), records: sampleResult(wfdb) });
  const places = data.flatMap((bars) => (bars as { y: number[] }).y);
  assert.equal(new Set(places).size, 5);
});

Deno.test("resultsFigure() says what machine it was and when the records were synthetic", () => {
  const subtitle = (changes = {}) =>
    resultsFigure({ cnn_32: sampleResult(changes) }).layout.title?.subtitle?.text ?? "";
  assert.match(subtitle(), /^Fast One, 2 cores/);
  assert.match(subtitle({ source: { name: "made records", synthetic: true } }), /made records/);
});

import assert from "node:assert/strict";
import { exampleBeatsFigure } from "lib/figures/mod.ts";
import { sampleBeats, traceValues } from "../sample_beats.ts";

Deno.test("exampleBeatsFigure() has one row of panels a class and leaves missing beats out", () => {
  const figure = exampleBeatsFigure(sampleBeats([0, 0, 0, 2]), { perClass: 2 });
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x2", "x3"]);
  assert.equal(figure.layout.grid?.rows, 2);
});

Deno.test("exampleBeatsFigure() says where each beat is from", () => {
  const { layout } = exampleBeatsFigure(sampleBeats([2]), { perClass: 1 });
  assert.equal(layout.annotations?.[0]?.text, "V · record 100, 1.0 s");
});

import assert from "node:assert/strict";
import { meanBeatsFigure } from "lib/figures/mod.ts";
import { sampleBeats, traceValues } from "../sample_beats.ts";

Deno.test("meanBeatsFigure() draws the mean with a band of one standard deviation", () => {
  const figure = meanBeatsFigure(sampleBeats([1, 1]));
  const [band, mean] = traceValues(figure, "y") as number[][];
  // The last values of the two rows are 0.5 and 1.
  assert.equal(mean![186], 0.75);
  assert.equal(band![186], 1);
  assert.equal(band![187], 0.5);
});

Deno.test("meanBeatsFigure() has a panel only for classes that are there", () => {
  const { layout } = meanBeatsFigure(sampleBeats([4, 0, 4]));
  assert.deepEqual(layout.annotations?.map(({ text }) => text), ["N · 1 beats", "Q · 2 beats"]);
});

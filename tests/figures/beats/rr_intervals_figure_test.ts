import assert from "node:assert/strict";
import { rrIntervalsFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

const intervals = [0.75, 0.85, 0.85, 9].map((seconds) => ({ label: 0, seconds }));

Deno.test("rrIntervalsFigure() gives the share of the class in each bar", () => {
  const figure = rrIntervalsFigure(intervals, { longest: 1, binWidth: 0.1 });
  assert.deepEqual(traceValues(figure, "y"), [[0, 0, 0, 0, 0, 0, 0, 25, 50, 0]]);
  assert.equal(axisTitle(figure, "xaxis"), "RR interval in s");
});

Deno.test("rrIntervalsFigure() states the number and the median of each class", () => {
  const { layout } = rrIntervalsFigure(intervals);
  assert.equal(layout.annotations?.[0]?.text, "N · 4 intervals, median 0.85 s");
});

Deno.test("rrIntervalsFigure() leaves out the first beats of records, which have no interval", () => {
  const first = { label: 0, seconds: NaN };
  const mixed = [first, ...intervals.slice(2), first, ...intervals.slice(0, 2), first];
  assert.deepEqual(rrIntervalsFigure(mixed), rrIntervalsFigure(intervals));
});

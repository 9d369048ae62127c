import assert from "node:assert/strict";
import { labelledStripFigure } from "lib/figures/mod.ts";

const samples = Float32Array.from({ length: 2000 }, (_, i) => i === 300 ? NaN : Math.sin(i / 40));
const beat = (time: number, label: number, uncertain = false) => ({
  ...{ time, label, uncertain, sample: time * 100, rr: 1, probability: 0.9, set: [label] },
});
const recording = {
  name: "made",
  lead: { name: "II", unit: "mV", frequency: 100, samples },
  beats: [beat(1, 0), beat(3, 2, true), beat(4, 0), beat(12, 1)],
};

Deno.test("labelledStripFigure() marks the beats of the strip by class, uncertain ones hollow", () => {
  const { data } = labelledStripFigure(recording as never, { start: 2, duration: 8 });
  const [line, n, v, ...others] = data as unknown as {
    x: number[];
    y: number[];
    text: string[];
    marker: { symbol: string[] };
  }[];
  assert.equal(line!.x.length, 800);
  assert.ok(Number.isNaN(line!.y[100]));
  assert.deepEqual([n!.x, n!.text], [[4], ["N"]]);
  assert.deepEqual([v!.x, v!.text, v!.marker.symbol], [
    [3],
    ["V"],
    ["circle-open"],
  ]);
  assert.deepEqual(others, []);
});

Deno.test("labelledStripFigure() shows a strip without beats", () => {
  assert.equal(labelledStripFigure(recording as never, { start: 15, duration: 2 }).data.length, 1);
});

Deno.test("labelledStripFigure() shows a strip whose samples are all missing", () => {
  const gap = { ...recording.lead, samples: new Float32Array(2000).fill(NaN) };
  const { data, layout } = labelledStripFigure({ ...recording, lead: gap } as never);
  assert.ok(layout.yaxis!.range!.every(Number.isFinite), `from ${layout.yaxis!.range}`);
  const [, beats] = data as unknown as { y: number[] }[];
  assert.ok(beats!.y.every(Number.isFinite));
});

import assert from "node:assert/strict";
import { anomaliesText, anomalyMetrics, usualBeatDistances } from "lib/evaluation/mod.ts";

const dataset = {
  role: "test" as const,
  source: { name: "some rows", synthetic: true },
  labels: Uint8Array.of(0, 0, 0, 0, 2, 2, 1),
  provenance: ["201", "201", "105", "105", "202", "105", "105"].map((record, i) => ({
    record,
    sample: i,
    symbol: "",
  })),
};
const errors = [1, 2, 3, 8, 9, 4, 2.5];
const options = {
  split: "made",
  validation: [1, 2, 3, 4, 5],
  allowed: 0.25,
  resamples: 20,
  baselines: { "always the same": errors.map(() => 1) },
};

Deno.test("anomalyMetrics() scores the classes against the normal beats", () => {
  const { all, classes, rows } = anomalyMetrics(errors, dataset, options);
  assert.equal(rows, 7);
  // Pairs in order, of four normal beats: 9 above 4, 4 above 3, 2.5 above 2.
  assert.deepEqual([all.beats, all.area], [3, 9 / 12]);
  assert.deepEqual(classes.map(({ letter, beats, area }) => [letter, beats, area]), [
    ["S", 1, 2 / 4],
    ["V", 2, 7 / 8],
  ]);
});

Deno.test("anomalyMetrics() takes the threshold from normal validation beats alone", () => {
  const { threshold, falseAlarms, all, classes } = anomalyMetrics(errors, dataset, options);
  assert.equal(threshold, 4);
  assert.equal(falseAlarms, 1 / 4);
  assert.equal(all.sensitivity, 1 / 3); // an error of the threshold itself is not above it
  assert.deepEqual(classes.map(({ sensitivity }) => sensitivity), [0, 1 / 2]);
});

Deno.test("anomalyMetrics() compares with other methods on the same rows", () => {
  const { area, baselines: [baseline] } = anomalyMetrics(errors, dataset, options);
  assert.equal(baseline!.name, "always the same");
  assert.equal(baseline!.area.estimate, 0.5);
  assert.equal(baseline!.difference.estimate, area.estimate - 0.5);
});

Deno.test("anomaliesText() says the scores in lines", () => {
  const lines = anomaliesText(anomalyMetrics(errors, dataset, options)).split("\n");
  assert.equal(lines[0], "7 test rows of some rows; split: made");
  assert.match(lines[1]!, /not N against N: 0\.7500 \(0\.\d{3} to [01]\.\d{3}\)$/);
  assert.equal(lines.length, 2 + 3 + 1);
});

Deno.test("usualBeatDistances() is the mean size of a beat's difference, found by its place", () => {
  const beat = { annotation: 0, symbol: "N", label: 0, row: new Float32Array(187) };
  const beats = [10, 20].map((sample) => ({
    ...beat,
    record: "100",
    sample,
    inputs: { difference: Float32Array.of(sample, -sample, 0, 0) },
  }));
  const place = (sample: number) => ({ record: "100", sample, symbol: "N" });
  assert.deepEqual([...usualBeatDistances(beats, [place(20), place(10)])], [10, 5]);
  assert.throws(() => usualBeatDistances(beats, [place(30)]), /at sample 30, found none/);
});

import assert from "node:assert/strict";
import { misclassifiedBeatsFigure } from "lib/figures/mod.ts";
import { sampleBeats, subtitle, traceValues } from "../sample_beats.ts";

const values = Float32Array.from(sampleBeats([0, 1, 1]).flatMap(({ row }) => [...row]));
const dataset = { inputs: { beat: { shape: [187, 1], values } } };
const beat = { symbol: "A", actual: "S", predicted: "N" };
const misclassified = [
  { ...beat, row: 2, record: "100", time: 3, probability: 0.8 },
  { ...beat, row: 1, record: "", time: NaN, probability: 0.6 },
];

Deno.test("misclassifiedBeatsFigure() shows the rows of the beats, with record and time", () => {
  const figure = misclassifiedBeatsFigure(misclassified, dataset);
  assert.deepEqual(figure.layout.annotations?.map(({ text }) => text), [
    "record 100, 3.0 s<br>S taken for N, 80 % sure",
    "record unknown<br>S taken for N, 60 % sure",
  ]);
  assert.deepEqual((traceValues(figure, "y") as number[][]).map((y) => y[186]), [1, 0.667]);
});

Deno.test("misclassifiedBeatsFigure() says how many of how many it shows", () => {
  const figure = misclassifiedBeatsFigure(misclassified, dataset, { count: 1 });
  assert.equal(figure.data.length, 1);
  assert.equal(subtitle(figure), "the first 1 of 2");
  assert.equal(misclassifiedBeatsFigure([], dataset).data.length, 0);
});

import assert from "node:assert/strict";
import { misclassifiedBeatsFigure } from "lib/figures/mod.ts";
import { sampleBeats, subtitle, traceValues } from "./sample_beats.ts";

const beats = sampleBeats([0, 1, 1]);
const dataset = {
  inputs: {
    beat: { shape: [187, 1], values: Float32Array.from(beats.flatMap(({ row }) => [...row])) },
  },
  labels: Uint8Array.from([0, 1, 1]),
  provenance: beats,
};

Deno.test("misclassifiedBeatsFigure() shows the surest mistake first, with record and time", () => {
  const figure = misclassifiedBeatsFigure(dataset, {
    predicted: [0, 0, 0],
    probabilities: [0.9, 0.1, 0.6, 0.4, 0.8, 0.2],
  });
  assert.deepEqual(figure.layout.annotations?.map(({ text }) => text), [
    "record 100, 3.0 s<br>S taken for N, 80 % sure",
    "record 100, 2.0 s<br>S taken for N, 60 % sure",
  ]);
  assert.equal((traceValues(figure, "y")[0] as number[])[186], 1);
});

Deno.test("misclassifiedBeatsFigure() says of how many mistakes it shows how many", () => {
  const evaluation = { predicted: [1, 0, 0], probabilities: [0, 1, 1, 0, 1, 0] };
  const figure = misclassifiedBeatsFigure(dataset, evaluation, { count: 2 });
  assert.equal(subtitle(figure), "the 2 of 3 that the model was surest of");
});

import assert from "node:assert/strict";
import { saliencyBeatsFigure } from "lib/figures/mod.ts";
import { axisTitle, sampleBeats, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

const beats = sampleBeats([0, 2]);
const rows = {
  inputs: {
    beat: { shape: [187, 1], values: Float32Array.from(beats.flatMap(({ row }) => [...row])) },
  },
  labels: Uint8Array.of(0, 2),
  provenance: beats,
};
const sizes = Float32Array.from({ length: 2 * 187 }, (_, at) => at < 187 ? at : 5);
const models = [{ model: "cnn", sizes }, { model: "rnn", sizes }];

Deno.test("saliencyBeatsFigure() colours each sample by its share of the strongest of its row", () => {
  const figure = saliencyBeatsFigure(rows, models);
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x2", "x3", "x4"]);
  const marks = traceValues(figure, "marker") as { color: number[] }[];
  assert.deepEqual([marks[0]!.color[0], marks[0]!.color[93], marks[0]!.color[186]], [0, 0.5, 1]);
  assert.equal(marks[1]!.color[0], 1);
  assert.equal((traceValues(figure, "y")[3] as number[])[186], 1);
  assert.equal(annotationTexts(figure)[0], "N · 100<br>1.0 s");
  assert.deepEqual([axisTitle(figure, "yaxis"), axisTitle(figure, "yaxis3")], ["cnn", "rnn"]);
});

Deno.test("saliencyBeatsFigure() shows a row without any gradient in grey", () => {
  const none = [{ model: "cnn", sizes: new Float32Array(2 * 187) }];
  const [marks] = traceValues(saliencyBeatsFigure(rows, none), "marker") as { color: number[] }[];
  assert.equal(marks!.color[0], 0);
});

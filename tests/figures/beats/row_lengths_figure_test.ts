import assert from "node:assert/strict";
import { rowLengthsFigure } from "lib/figures/mod.ts";
import { sampleBeats, subtitle, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

/** A beat whose row holds so many values that are not 0. */
const beatOf = (length: number) => ({
  ...sampleBeats([0])[0]!,
  row: Float32Array.from({ length: 187 }, (_, at) => at < length ? 0.5 : 0),
});
const beats = [beatOf(120), beatOf(60), beatOf(187)];

Deno.test("rowLengthsFigure() counts where the signal of the rows ends", () => {
  const figure = rowLengthsFigure(beats);
  const [, shares] = traceValues(figure, "y") as number[][];
  const bars = shares!.flatMap((share, bar) => share > 0 ? [[bar, share]] : []);
  assert.deepEqual(bars, [[15, 33.333], [30, 33.333], [46, 33.333]]);
  assert.match(subtitle(figure), /^half of the 3 rows hold no more than 1\.00 s/);
});

Deno.test("rowLengthsFigure() shades the zeros of its example", () => {
  const { layout } = rowLengthsFigure(beats, { example: 1 });
  assert.deepEqual([layout.shapes![0]!.x0, layout.shapes![0]!.x1], [0.5, 187 / 120]);
  assert.equal(annotationTexts({ layout } as never).at(-1), "zeros");
  assert.equal(annotationTexts(rowLengthsFigure(beats, { example: 2 }) as never).length, 2);
});

Deno.test("rowLengthsFigure() refuses an example that is not there", () => {
  assert.throws(() => rowLengthsFigure([]), /wanted row 0, found 0 rows/);
});

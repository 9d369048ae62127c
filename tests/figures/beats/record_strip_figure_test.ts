import assert from "node:assert/strict";
import { recordStripFigure } from "lib/figures/mod.ts";
import { makeRecord } from "../../beats/make_record.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

const record = makeRecord("100", Array.from({ length: 3600 }, (_, i) => 1024 + i % 200), [
  [360, "N"],
  [720, "V"],
  [730, "+"],
  [3000, "A"],
]);

Deno.test("recordStripFigure() draws the wanted seconds in physical units", () => {
  const { data } = recordStripFigure(record, { start: 1, duration: 2 });
  const [signal] = data as { x0: number; dx: number; y: number[] }[];
  assert.equal(signal!.x0, 1);
  assert.equal(signal!.dx, 1 / 360);
  assert.equal(signal!.y.length, 720);
  assert.equal(signal!.y[0], (360 % 200) / 200);
});

Deno.test("recordStripFigure() marks the beats of the strip, one trace a class", () => {
  const figure = recordStripFigure(record, { start: 0.5, duration: 2 });
  assert.deepEqual(traceValues(figure, "name").slice(1, 4), ["class N", "class V", "no beat"]);
  assert.deepEqual(traceValues(figure, "x").slice(1, 3), [[1], [2]]);
  assert.deepEqual(traceValues(figure, "text").at(-1), ["N", "V", "+"]);
});

Deno.test("recordStripFigure() names the lead with its unit, and time in seconds", () => {
  const figure = recordStripFigure(record);
  assert.equal(axisTitle(figure, "xaxis"), "time in s");
  assert.equal(axisTitle(figure, "yaxis"), "MLII in mV");
});

Deno.test("recordStripFigure() says which signal is not there", () => {
  assert.throws(
    () => recordStripFigure(record, { signals: [1] }),
    /wanted signal 1 .* found 1 sig/,
  );
  assert.throws(() => recordStripFigure(record, { start: 11 }), /of 10 s/);
});

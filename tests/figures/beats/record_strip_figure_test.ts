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

Deno.test("recordStripFigure() leaves a gap where samples are missing, and no room for them", () => {
  const signal = Array.from(
    { length: 720 },
    (_, i) => i >= 360 && i < 400 ? -2048 : 1024 + i % 200,
  );
  const figure = recordStripFigure(makeRecord("100", signal, [[370, "N"]]), { duration: 2 });
  const [{ y }] = figure.data as [{ y: number[] }];
  assert.deepEqual([y[359], y[360], y[399], y[400]], [159 / 200, NaN, NaN, 0]);
  const [low, high] = figure.layout.yaxis!.range!;
  assert.ok(low > -0.2 && high < 1.3, `from ${low} to ${high}`);
});

Deno.test("recordStripFigure() draws ten minutes too", () => {
  const long = makeRecord("100", new Int32Array(216_000).fill(1024), [[360, "N"]]);
  const figure = recordStripFigure(long, { duration: 600 });
  assert.equal((figure.data as { y: number[] }[])[0]!.y.length, 216_000);
});

Deno.test("recordStripFigure() says which signal is not there", () => {
  assert.throws(
    () => recordStripFigure(record, { signals: [1] }),
    /wanted signal 1 .* found 1 sig/,
  );
  assert.throws(() => recordStripFigure(record, { start: 11 }), /of 10 s/);
});

import assert from "node:assert/strict";
import { resample, resampleRecord } from "lib/beats/mod.ts";
import golden from "../../fixtures/beats/resample.json" with { type: "json" };
import { makeRecord } from "../make_record.ts";

Deno.test("resample() gives SciPy's resample_poly away from the ends", () => {
  for (const { rate, signal, resampled } of golden) {
    const found = resample(signal, { from: rate, to: 360 });
    assert.equal(found.length, resampled.length);
    const edge = Math.ceil(11 * Math.max(1, 360 / rate));
    for (let i = edge; i < found.length - edge; i++) {
      assert.ok(Math.abs(found[i]! - resampled[i]!) < 0.01, `${rate} Hz, sample ${i}`);
    }
  }
});

Deno.test("resample() keeps a constant signal to its ends, and a slow wave within a thousandth", () => {
  const level = resample(new Float64Array(300).fill(7), { from: 250, to: 360 });
  assert.ok(level.every((value) => Math.abs(value - 7) < 0.01));
  const wave = (rate: number) => (_: unknown, i: number) => Math.sin(2 * Math.PI * 3 * i / rate);
  const found = resample(Array.from({ length: 1000 }, wave(500)), { from: 500, to: 360 });
  const wanted = Array.from({ length: 720 }, wave(360));
  for (let i = 20; i < 700; i++) assert.ok(Math.abs(found[i]! - wanted[i]!) < 1e-3);
});

Deno.test("resample() refuses rates that no ECG is recorded at", () => {
  for (const rate of [10, 20_000, NaN]) {
    assert.throws(() => resample([1, 2], { from: rate, to: 360 }), /from 50 to 10,000 Hz/);
  }
});

Deno.test("resampleRecord() keeps missing samples missing and their marks out of the others", () => {
  const record = makeRecord("made", new Int32Array(720).fill(3), []);
  record.header.samplingFrequency = 180;
  record.signals[0]!.fill(-2048, 300, 310); // format 212's mark
  const [signal] = resampleRecord(record).signals;
  assert.deepEqual([...signal!], [
    ...new Int32Array(600).fill(3),
    ...new Int32Array(20).fill(-2048),
    ...new Int32Array(820).fill(3),
  ]);
});

Deno.test("resampleRecord() moves annotations along and leaves a record of 360 Hz as it is", () => {
  const record = makeRecord("made", new Int32Array(720).fill(3), [[0, "N"], [360, "V"], [
    719,
    "N",
  ]]);
  assert.equal(resampleRecord(record), record);
  const slow = { ...record, header: { ...record.header, samplingFrequency: 180 } };
  const { header, signals, annotations } = resampleRecord(slow);
  assert.deepEqual([header.samplingFrequency, header.sampleCount], [360, 1440]);
  assert.equal(signals[0]!.length, 1440);
  assert.deepEqual(annotations.map(({ sample }) => sample), [0, 720, 1438]);
});

import assert from "node:assert/strict";
import { contextLength, segmentWithContext, shapeLength, unusualBeats } from "lib/beats/mod.ts";
import { makeRecord } from "../make_record.ts";

const count = 120;
const samples = Array.from({ length: count }, (_, i) => 200 + 300 * i);
const wave = (t: number, width: number) => Math.round(500 * Math.exp(-((t / width) ** 2)));
/** Beats of one shape; beat 60 is wide. */
const signal = Int32Array.from({ length: 300 * count + 400 }, (_, sample) => {
  const beat = Math.min(Math.max(Math.round((sample - 200) / 300), 0), count - 1);
  return 1000 + wave(sample - samples[beat]!, beat === 60 ? 30 : 8);
});

Deno.test("unusualBeats() gives zeros for beats like those around them, at any level and size", () => {
  const { differences, unlikeness } = unusualBeats(signal.map((value) => 3 * value - 70), samples);
  assert.equal(differences.length, count * shapeLength);
  for (const beat of [0, 30, 59, 61, count - 1]) {
    const own = differences.subarray(beat * shapeLength, (beat + 1) * shapeLength);
    assert.ok(own.every((value) => Math.abs(value) < 1e-6));
    assert.ok(unlikeness[beat]! < 1e-6);
  }
});

Deno.test("unusualBeats() gives a wide beat its difference in units of the usual beat's range", () => {
  const { differences, unlikeness } = unusualBeats(signal, samples);
  const own = differences.subarray(60 * shapeLength, 61 * shapeLength);
  const shape = (width: number) => {
    const values = Array.from({ length: shapeLength }, (_, i) => wave(3 * (i - 12), width));
    const level = values.toSorted((a, b) => a - b)[24]!;
    return values.map((value) => value - level);
  };
  const [usual, wide] = [shape(8), shape(30)];
  const range = Math.max(...usual) - Math.min(...usual);
  own.forEach((value, i) => assert.ok(Math.abs(value - (wide[i]! - usual[i]!) / range) < 1e-6));
  assert.ok(unlikeness[60]! > 0.1);
});

Deno.test("causal, unusualBeats() does not know what comes after a beat", () => {
  const whole = unusualBeats(signal, samples, { causal: true });
  const known = unusualBeats(signal.subarray(0, samples[70]! + 200), samples.slice(0, 71), {
    causal: true,
  });
  assert.deepEqual(known.differences, whole.differences.slice(0, 71 * shapeLength));
  assert.deepEqual(known.unlikeness, whole.unlikeness.slice(0, 71));
});

Deno.test("unusualBeats() gives zeros where the signal is flat", () => {
  const { differences, unlikeness } = unusualBeats(new Int32Array(40_000).fill(5), samples);
  assert.ok(differences.every((value) => value === 0));
  assert.ok(unlikeness.every((value) => value === 1));
});

Deno.test("segmentWithContext() counts beats of all classes and no other annotations", () => {
  const symbols = samples.map((
    sample,
    i,
  ): [number, string] => [sample, i === 50 ? "+" : i === 40 ? "Q" : "N"]);
  const beats = segmentWithContext(makeRecord("made", signal, symbols), "MLII");
  assert.equal(beats.length, count - 2); // not the rhythm change, not the last
  const gap = beats.find(({ annotation }) => annotation === 51)!;
  assert.equal(gap.inputs!.context!.length, contextLength);
  assert.ok(Math.abs(gap.inputs!.context![3]! - Math.log(2)) < 1e-6); // two intervals in one
  assert.equal(gap.inputs!.difference!.length, shapeLength);
});

Deno.test("segmentWithContext() draws a line through missing samples before it compares shapes", () => {
  const beat = (i: number) => Math.round(100 * Math.exp(-(((i % 300) - 150) ** 2) / 50));
  const signal = Int32Array.from({ length: 3000 }, (_, i) => beat(i));
  const annotations = Array.from({ length: 10 }, (_, i): [number, string] => [150 + 300 * i, "N"]);
  const record = makeRecord("gap", signal, annotations);
  const whole = segmentWithContext(record, "MLII");
  record.signals[0]!.fill(-2048, 1315, 1320); // format 212's mark, before the beat at 1350
  const found = segmentWithContext(record, "MLII");
  assert.deepEqual(found, whole.filter(({ sample }) => sample !== 1050));
});

import assert from "node:assert/strict";
import { rhythmContext, rhythmNames } from "lib/beats/mod.ts";

const size = rhythmNames.length;
const valueOf = (values: Float32Array, beat: number, name: typeof rhythmNames[number]) =>
  values[beat * size + rhythmNames.indexOf(name)]!;
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);
/** Times of beats at intervals of 300, but for the given ones. */
function timesOf(count: number, changed: Record<number, number> = {}): number[] {
  const times = [1000];
  for (let i = 1; i < count; i++) times.push(times.at(-1)! + (changed[i] ?? 300));
  return times;
}

Deno.test("rhythmContext() gives zeros for a steady rhythm, fast or slow, and from its ends on", () => {
  for (const factor of [1, 2.5]) {
    const values = rhythmContext(timesOf(200).map((time) => time * factor));
    assert.ok(values.every((value) => Math.abs(value) < 1e-6));
  }
  assert.deepEqual(rhythmContext([7]), new Float32Array(size));
  assert.deepEqual(rhythmContext([]), new Float32Array(0));
});

Deno.test("rhythmContext() gives an early beat and its pause as logarithms of ratios", () => {
  const values = rhythmContext(timesOf(200, { 100: 200, 101: 400 }));
  near(valueOf(values, 100, "previous / next"), Math.log(200 / 400));
  near(valueOf(values, 100, "previous / the one before"), Math.log(200 / 300));
  near(valueOf(values, 100, "previous / local mean"), Math.log(200 / 300)); // 11 intervals sum to 3,300
  near(valueOf(values, 100, "next / long interval"), Math.log(400 / 300));
  near(valueOf(values, 100, "previous / median"), Math.log(200 / 300));
  near(valueOf(values, 99, "the next but one / long interval"), Math.log(400 / 300));
  near(valueOf(values, 101, "the one before / long interval"), Math.log(200 / 300));
});

Deno.test("rhythmContext() calls a rhythm irregular by the median change of its intervals", () => {
  const times = timesOf(
    200,
    Object.fromEntries(Array.from({ length: 100 }, (_, i) => [2 * i, 450])),
  );
  const values = rhythmContext(times);
  near(valueOf(values, 100, "irregularity of 17 beats"), Math.log(1.5));
  near(valueOf(values, 100, "irregularity of 61 beats"), Math.log(1.5));
});

Deno.test("rhythmContext() holds its values between -2 and 2, equal times included", () => {
  const values = rhythmContext(
    [...timesOf(50), ...timesOf(50).map((time) => time + 1e6)].toSpliced(9, 1, 3100),
  );
  assert.ok(values.every((value) => value >= -2 && value <= 2));
});

Deno.test("causal, rhythmContext() does not know what comes after a beat", () => {
  const times = timesOf(200, { 100: 200, 101: 400 });
  const whole = rhythmContext(times, { causal: true });
  for (const beat of [0, 1, 20, 99, 100, 150]) {
    const known = rhythmContext(times.slice(0, beat + 1), { causal: true });
    if (beat > 0) {
      assert.deepEqual(known.subarray(beat * size), whole.subarray(beat * size, (beat + 1) * size));
    }
  }
  near(valueOf(whole, 100, "previous / the one before"), Math.log(200 / 300));
});

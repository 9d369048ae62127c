import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { rrTachogram } from "lib/sources/synthetic/rr_tachogram.ts";

const statistics = { mean: 0.8, deviation: 0.05, duration: 600 };

/** The tachogram twice a second. */
function intervals(options: { lowToHighRatio?: number } = {}, seed = 3): number[] {
  const rrAt = rrTachogram({ ...statistics, ...options }, createPrng(seed));
  return Array.from({ length: 1200 }, (_, i) => rrAt(i / 2));
}

/** Power of a series, twice a second, between two frequencies in Hz. */
function bandPower(series: number[], low: number, high: number): number {
  let power = 0;
  for (let turns = Math.ceil(low * 600); turns <= high * 600; turns++) {
    let [real, imaginary] = [0, 0];
    series.forEach((value, i) => {
      real += value * Math.cos(2 * Math.PI * turns * i / series.length);
      imaginary += value * Math.sin(2 * Math.PI * turns * i / series.length);
    });
    power += 2 * (real ** 2 + imaginary ** 2) / series.length ** 2;
  }
  return power;
}

Deno.test("rrTachogram() has the mean and the standard deviation asked for", () => {
  const series = intervals();
  const mean = series.reduce((a, b) => a + b) / series.length;
  const variance = series.reduce((sum, rr) => sum + (rr - mean) ** 2, 0) / series.length;
  assert.ok(Math.abs(mean - 0.8) < 1e-9);
  assert.ok(Math.abs(Math.sqrt(variance) - 0.05) < 1e-9);
});

Deno.test("rrTachogram() divides its power between Mayer waves and breathing", () => {
  for (const lowToHighRatio of [0.5, 2]) {
    const series = intervals({ lowToHighRatio });
    const ratio = bandPower(series, 0.05, 0.15) / bandPower(series, 0.2, 0.3);
    assert.ok(Math.abs(ratio - lowToHighRatio) < 1e-3, `LF/HF is ${ratio}`);
    assert.ok(bandPower(series, 0.16, 0.19) < 1e-6);
  }
});

Deno.test("rrTachogram() repeats for one seed and differs for another", () => {
  assert.deepEqual(intervals(), intervals());
  assert.notDeepEqual(intervals(), intervals({}, 4));
});

Deno.test("rrTachogram() refuses a duration too short for its spectrum", () => {
  assert.throws(
    () => rrTachogram({ ...statistics, duration: 60 }, createPrng(1)),
    /wanted a duration of at least 100 s, found 60 s/,
  );
});

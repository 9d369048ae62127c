import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { digitizeLead } from "lib/sources/synthetic/digitize_lead.ts";

const options = {
  gain: 200,
  baseline: 1024,
  lowest: 0,
  highest: 2047,
  noise: 0,
  samplingFrequency: 360,
};

Deno.test("digitizeLead() turns millivolts into units around the baseline", () => {
  const lead = Float64Array.of(0, 1, -2, 0.5);
  const drift = 0.05 * 200 + 1;
  digitizeLead(lead, options, createPrng(1)).forEach((unit, i) =>
    assert.ok(Math.abs(unit - (1024 + 200 * lead[i]!)) <= drift)
  );
});

Deno.test("digitizeLead() cuts off what the converter cannot hold", () => {
  const [low, high] = digitizeLead(Float64Array.of(-10, 10), options, createPrng(1));
  assert.deepEqual([low, high], [0, 2047]);
});

Deno.test("digitizeLead() adds noise of the size asked for, with bursts above it", () => {
  const quiet = new Float64Array(360 * 300);
  const without = digitizeLead(quiet, { ...options, gain: 20000, highest: 1e6 }, createPrng(2));
  const noisy = digitizeLead(
    quiet,
    { ...options, gain: 20000, highest: 1e6, noise: 0.01 },
    createPrng(2),
  );
  const spread = (from: number) => {
    let sum = 0;
    for (let i = from; i < from + 360; i++) sum += (noisy[i]! - without[i]!) ** 2 / 360;
    return Math.sqrt(sum) / 20000;
  };
  const seconds = Array.from({ length: 300 }, (_, second) => spread(360 * second)).sort();
  assert.ok(Math.abs(seconds[150]! - 0.01) < 0.001, `median ${seconds[150]}`);
  assert.ok(seconds[299]! > 0.02, `highest ${seconds[299]}`);
});

import assert from "node:assert/strict";
import { quantizeWeights, stepsOver } from "lib/models/onnx/compact/quantize_values.ts";

Deno.test("stepsOver() divides a range into 255 steps, one of which is zero", () => {
  assert.deepEqual(stepsOver({ low: 0, high: 51 }), { scale: Math.fround(0.2), zero: 0 });
  assert.deepEqual(stepsOver({ low: -255, high: 255 }), { scale: 2, zero: 128 });
  assert.deepEqual(stepsOver({ low: -510, high: -255 }), { scale: 2, zero: 255 });
});

Deno.test("stepsOver() widens a range to zero, and has a step for values that are all zero", () => {
  assert.deepEqual(stepsOver({ low: 100, high: 510 }), { scale: 2, zero: 0 });
  assert.deepEqual(stepsOver({ low: 0, high: 0 }), { scale: 1, zero: 0 });
});

Deno.test("quantizeWeights() makes each channel's largest weight 64, whatever axis channels lie on", () => {
  const wanted = { values: Int8Array.of(64, -32, -64, 16), scales: Float32Array.of(0.25, 0.5) };
  const rows = { shape: [2, 2], values: Float32Array.of(16, -8, -32, 8) };
  assert.deepEqual(quantizeWeights(rows, 0), wanted);
  const columns = { shape: [2, 2], values: Float32Array.of(16, -32, -8, 8) };
  const { values, scales } = quantizeWeights(columns, 1);
  assert.deepEqual(values, Int8Array.of(64, -64, -32, 16));
  assert.deepEqual(scales, wanted.scales);
});

Deno.test("quantizeWeights() keeps a channel of zeros as such", () => {
  const { values, scales } = quantizeWeights({ shape: [1, 2], values: new Float32Array(2) }, 0);
  assert.deepEqual([...values, ...scales], [0, 0, 1]);
});

Deno.test("quantizeWeights() allows no sum of two products that needs more than 16 bits", () => {
  const values = Float32Array.from({ length: 100 }, (_, i) => Math.sin(i));
  const whole = quantizeWeights({ shape: [1, 100], values }, 0).values;
  assert.ok(Math.max(...whole.map(Math.abs)) * 255 * 2 < 2 ** 15);
});

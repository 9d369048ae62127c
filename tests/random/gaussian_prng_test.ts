import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { gaussianPrng } from "lib/random/mod.ts";

Deno.test("gaussianPrng() gives numbers with the moments and tails of a normal distribution", () => {
  const gaussian = gaussianPrng(createPrng(5));
  const drawn = Array.from({ length: 20_000 }, () => gaussian());
  const moment = (power: number) => drawn.reduce((sum, z) => sum + z ** power, 0) / drawn.length;
  assert.ok(Math.abs(moment(1)) < 0.02);
  assert.ok(Math.abs(moment(2) - 1) < 0.03);
  assert.ok(Math.abs(moment(4) - 3) < 0.2);
  const beyond = drawn.filter((z) => Math.abs(z) > 1.96).length / drawn.length;
  assert.ok(Math.abs(beyond - 0.05) < 0.005);
});

Deno.test("gaussianPrng() stays finite when the generator gives 0", () => {
  const gaussian = gaussianPrng(() => 0);
  assert.ok(Number.isFinite(gaussian()) && Number.isFinite(gaussian()));
});

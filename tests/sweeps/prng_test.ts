import assert from "node:assert/strict";
import { createPrng } from "lib/sweeps/prng.ts";

Deno.test("createPrng() gives numbers uniform in (0, 1)", () => {
  const prng = createPrng(42);
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 20000; i++) {
    const x = prng();
    assert.ok(x > 0 && x < 1);
    counts[Math.floor(x * 10)]++;
  }
  for (const count of counts) assert.ok(Math.abs(count - 2000) < 180, String(counts));
});

Deno.test("createPrng() gives the same numbers for the same seed and others for the next", () => {
  const first = (seed: number) => {
    const prng = createPrng(seed);
    return [prng(), prng()];
  };
  assert.deepEqual(first(2 ** 40 + 1), first(2 ** 40 + 1));
  assert.notDeepEqual(first(1), first(2));
  assert.notDeepEqual(first(1), first(2 ** 32 + 1));
});

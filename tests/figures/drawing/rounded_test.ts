import assert from "node:assert/strict";
import { rounded } from "lib/figures/drawing/rounded.ts";

Deno.test("rounded() gives plain numbers of so many decimals", () => {
  assert.deepEqual(rounded(Float32Array.of(0.1, 1 / 3, -2), 3), [0.1, 0.333, -2]);
});

Deno.test("rounded() leaves what is not a number as it is", () => {
  assert.deepEqual(rounded([NaN, 1], 2), [NaN, 1]);
});

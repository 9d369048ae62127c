import type { Prng } from "lib/random/mod.ts";

/**
 * A random number from Beta(alpha, alpha): x / (x + y) where x and y are uniform numbers to the power of 1 / alpha
 * whose sum is at most 1 (Jöhnk 1964, as in NumPy).
 *
 * @param alpha above 0; from 1 on more and more pairs have to be drawn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createPrng } from "lib/random/mod.ts";
 * import { drawBeta } from "lib/training/rows/draw_beta.ts";
 *
 * const share = drawBeta(0.2, createPrng(1));
 * assert.ok(share >= 0 && share <= 1);
 * ```
 */
export function drawBeta(alpha: number, prng: Prng): number {
  while (true) {
    const [u, v] = [1 - prng(), 1 - prng()]; // above 0
    const [x, y] = [u ** (1 / alpha), v ** (1 / alpha)];
    if (x + y > 1) continue;
    if (x + y > 0) return x / (x + y);
    // Both are too small for a number: their ratio is not.
    return 1 / (1 + Math.exp((Math.log(v) - Math.log(u)) / alpha));
  }
}

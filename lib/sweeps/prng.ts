/** A source of numbers uniform in (0, 1). */
export type Prng = () => number;

/**
 * A seeded source of random numbers: the 32-bit generator sfc32 of PractRand, warmed up.
 *
 * @example
 * ```ts
 * import { createPrng } from "lib/sweeps/mod.ts";
 * console.assert(createPrng(7)() === createPrng(7)() && createPrng(7)() !== createPrng(8)());
 * ```
 */
export function createPrng(seed: number): Prng {
  let [a, b, c, d] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9, 1];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

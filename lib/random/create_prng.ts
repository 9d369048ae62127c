/** Gives the next pseudo-random number in [0, 1), a multiple of 2^-32. */
export type Prng = () => number;

/**
 * A generator of pseudo-random numbers that repeats for the same seed on every machine:
 * xoshiro128** (Blackman and Vigna 2018).
 *
 * A number as seed is stretched to the four words of state by splitmix32; four words are taken as
 * the state.
 *
 * @param seed A whole number from 0 to 2^32 - 1, or four of them that are not all zero.
 * @throws {RangeError} when the seed is anything else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createPrng } from "lib/random/mod.ts";
 *
 * const prng = createPrng(7);
 * const repeated = createPrng(7);
 * assert.equal(prng(), repeated());
 * ```
 */
export function createPrng(seed: number | readonly [number, number, number, number]): Prng {
  let [a, b, c, d] = typeof seed === "number" ? stretchSeed(checkedWord(seed)) : seed;
  if ((checkedWord(a) | checkedWord(b) | checkedWord(c) | checkedWord(d)) === 0) {
    throw new RangeError("Cannot seed random numbers: one word of state must not be 0, all are");
  }
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return (result >>> 0) / 2 ** 32;
  };
}

/** Four words of state from one, by the generator splitmix32. */
function stretchSeed(seed: number): [number, number, number, number] {
  const next = () => {
    seed = (seed + 0x9e3779b9) | 0;
    let word = seed ^ (seed >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
  return [next(), next(), next(), next()];
}

function checkedWord(word: number): number {
  if (Number.isInteger(word) && word >= 0 && word < 2 ** 32) return word;
  throw new RangeError(
    `Cannot seed random numbers: a seed must be a whole number from 0 to 4294967295 but is ${word}`,
  );
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/**
 * Random numbers by seed.
 *
 * @module
 */

// Uniform and normal.
export { createPrng as prng, gaussianPrng as gaussian, type Prng } from "lib/random/mod.ts";

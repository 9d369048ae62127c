/**
 * Random numbers by seed.
 *
 * @module
 */

// Uniform and normal.
export { createPrng, type Prng } from "./create_prng.ts";
export { gaussianPrng } from "./gaussian_prng.ts";

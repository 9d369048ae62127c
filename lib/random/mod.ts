export * from "./create_prng.ts";
export * from "./gaussian_prng.ts";

import assert from "node:assert/strict";
import { bootstrapInterval } from "lib/metrics/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { assertClose, golden } from "../golden.ts";

const { hits, groups, resamples, rows, grouped, scipy } = golden.bootstrap;

/** Share of hits among some rows. */
function share(indices: Uint32Array): number {
  return indices.reduce((sum, row) => sum + hits[row], 0) / indices.length;
}

/** The generator of the reference program. */
function multiplyWithCarry(seed: number): () => number {
  let z = seed;
  return () => {
    z = (36969 * (z & 65535) + (z >>> 16)) % 2 ** 32;
    return z / 2 ** 32;
  };
}

Deno.test("bootstrapInterval() equals numpy's from the same random numbers", () => {
  const options = { resamples, level: 0.9 };
  assertClose(
    bootstrapInterval(hits.length, share, { prng: multiplyWithCarry(12345), ...options }),
    rows,
  );
  assertClose(
    bootstrapInterval(hits.length, share, { prng: multiplyWithCarry(12345), groups, ...options }),
    grouped,
  );
});

Deno.test("bootstrapInterval() comes near SciPy's from other random numbers", () => {
  const options = { prng: createPrng(2), resamples: 5000, level: 0.9 };
  const { low, high, deviation } = bootstrapInterval(hits.length, share, options);
  assertClose({ low, high, deviation }, scipy, 0.013);
});

Deno.test("bootstrapInterval() of groups that are each one row is that of rows", () => {
  const own = hits.map((_: number, row: number) => row);
  const make = (more: object) =>
    bootstrapInterval(hits.length, share, { prng: createPrng(3), resamples: 50, ...more });
  assert.deepEqual(make({ groups: own }), make({}));
});

Deno.test("bootstrapInterval() of a score that is not always defined is not defined", () => {
  const sometimes = (indices: Uint32Array) => indices.includes(0) ? 1 : NaN;
  const { estimate, low, high } = bootstrapInterval(5, sometimes, { prng: createPrng(1) });
  assert.deepEqual([estimate, low, high], [1, NaN, NaN]);
});

Deno.test("bootstrapInterval() of one row or one group alone is not defined, not of no width", () => {
  const prng = createPrng(1);
  const none = { low: NaN, high: NaN, deviation: NaN };
  assert.deepEqual(bootstrapInterval(1, () => 0.8, { prng }), { estimate: 0.8, ...none });
  const groups = ["100", "100", "100"];
  assert.deepEqual(bootstrapInterval(3, () => 0.8, { prng, groups }), { estimate: 0.8, ...none });
});

Deno.test("bootstrapInterval() refuses no rows, one resample and groups that do not fit", () => {
  const prng = createPrng(1);
  assert.throws(() => bootstrapInterval(0, share, { prng }), /found 0 rows and 1000 resamples/);
  assert.throws(() => bootstrapInterval(5, share, { prng, resamples: 1 }), /and 1 resamples/);
  assert.throws(
    () => bootstrapInterval(5, share, { prng, groups: [1] }),
    /one group for each of 5 rows, found 1/,
  );
});

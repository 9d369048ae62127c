import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import golden from "../fixtures/beats/prng.json" with { type: "json" };

Deno.test("createPrng() gives the numbers of the authors' xoshiro128** from a given state", () => {
  const prng = createPrng([1, 2, 3, 4]);
  const words = Array.from({ length: 20 }, () => prng() * 2 ** 32);
  assert.deepEqual(words, golden.state);
  // The start of the list that implementations in other languages test against.
  assert.deepEqual(words.slice(0, 6), [11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
});

Deno.test("createPrng() stretches a seed as splitmix32 does", () => {
  for (const { seed, words } of golden.seeds) {
    const prng = createPrng(seed);
    assert.deepEqual(Array.from({ length: 20 }, () => prng() * 2 ** 32), words, `seed ${seed}`);
  }
});

Deno.test("createPrng() gives numbers spread evenly over [0, 1)", () => {
  const prng = createPrng(3);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(prng() * 10)]!++;
  for (const count of counts) assert.ok(Math.abs(count - 10_000) < 500, `${count}`);
});

Deno.test("createPrng() refuses seeds that are no word of 32 bits", () => {
  for (const seed of [-1, 0.5, 2 ** 32, NaN]) {
    assert.throws(() => createPrng(seed), {
      name: "RangeError",
      message: `Cannot seed random numbers: ` +
        `a seed must be a whole number from 0 to 4294967295 but is ${seed}`,
    });
  }
  assert.throws(() => createPrng([0, 0, 0, 0]), /one word of state must not be 0/);
});

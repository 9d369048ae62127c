import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { beatWaves } from "lib/sources/synthetic/beat_waves.ts";
import { varyWaves } from "lib/sources/synthetic/vary_waves.ts";

const variation = { height: 0.2, width: 0.1, time: 0.005 };

Deno.test("varyWaves() varies waves of one name alike in all beats and leaves the table as it is", () => {
  const before = structuredClone(beatWaves);
  const varied = varyWaves(beatWaves, variation, createPrng(1));
  const ratio = (symbol: "N" | "A", i: number) =>
    varied[symbol][i]!.heights[0] / beatWaves[symbol][i]!.heights[0];
  for (let i = 0; i < 5; i++) assert.ok(Math.abs(ratio("N", i) - ratio("A", i)) < 1e-12);
  assert.notEqual(ratio("N", 0), ratio("N", 1));
  assert.deepEqual(beatWaves, before);
});

Deno.test("varyWaves() never moves the R peak, turns a wave over or makes it of no width", () => {
  const wild = { height: 2, width: 2, time: 0.1 };
  for (let seed = 0; seed < 50; seed++) {
    const { N } = varyWaves({ N: beatWaves.N }, wild, createPrng(seed));
    assert.equal(N[2]!.time, 0);
    N.forEach((wave, i) => {
      assert.ok(wave.width > 0);
      assert.equal(Math.sign(wave.heights[0]), Math.sign(beatWaves.N[i]!.heights[0]));
    });
  }
});

Deno.test("varyWaves() without variation gives the table's waves", () => {
  const none = { height: 0, width: 0, time: 0 };
  assert.deepEqual(varyWaves(beatWaves, none, createPrng(1)), beatWaves);
});

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { randomBits } from "lib/tensorflow/fused/random_bits.ts";

await startTensorflow({ intra: 1, inter: 2 });

const draw = (key: number[], count = 100_000) => [
  ...randomBits([count], tf.tensor1d(key, "int32")).dataSync(),
];

/** The definition in 32-bit integers: mix(mix(place + mix(key[0])) ^ mix(key[1])). */
function wanted(place: number, [first, second]: number[]): number {
  const mix = (x: number) => {
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
    return x ^ (x >>> 16);
  };
  return mix(mix(place + mix(first!)) ^ mix(second!)) | 0;
}

Deno.test("random bits are the hash of their place and the key", () => {
  for (const key of [[0, 0], [12_345, -678], [-1, 2 ** 31 - 1]]) {
    const found = draw(key, 50);
    found.forEach((bits, place) => assert.equal(bits, wanted(place, key)));
  }
});

Deno.test("every bit is one in half of the cases, and no two bits go together", () => {
  const bits = draw([3, 5]);
  const deviations = 5 * Math.sqrt(bits.length) / 2;
  for (let i = 0; i < 32; i++) {
    for (let j = i; j < 32; j++) {
      const agree = bits.filter((x) => i === j ? (x >>> i) & 1 : !((x >>> i ^ x >>> j) & 1)).length;
      assert.ok(Math.abs(agree - bits.length / 2) < deviations, `bits ${i} and ${j}: ${agree}`);
    }
  }
});

for (const [name, other] of [["seed", [4, 5]], ["step", [3, 6]]] as const) {
  Deno.test(`with the next ${name} the bits are as independent as with another key`, () => {
    const [one, next] = [draw([3, 5]), draw([...other])];
    for (const lag of [0, 1, 2]) {
      const same = one.slice(lag).filter((bits, i) => (bits < 0) === (next[i]! < 0)).length;
      assert.ok(Math.abs(same / (one.length - lag) - 0.5) < 5 * 0.5 / Math.sqrt(one.length));
    }
  });
}

Deno.test("neighbours are independent", () => {
  const bits = draw([7, 8]);
  for (const lag of [1, 2, 64, 128]) {
    const same = bits.slice(lag).filter((x, i) => (x < 0) === (bits[i]! < 0)).length;
    assert.ok(Math.abs(same / (bits.length - lag) - 0.5) < 5 * 0.5 / Math.sqrt(bits.length));
  }
});

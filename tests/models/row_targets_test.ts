import assert from "node:assert/strict";
import { inverseVariances, rowTargets } from "lib/models/mod.ts";

const inputs = {
  beat: { shape: [3, 1], values: Float32Array.of(1, 0, 0, 3, 2, 4, 5, 0, 2) },
  context: { shape: [2], values: Float32Array.of(7, 8, 9, 10, 11, 0) },
};
const names = ["beat", "context"];

Deno.test("rowTargets() lays the inputs of a row one after the other, in the model's order", () => {
  const { targets, size } = rowTargets(inputs, [1, 0], { names });
  assert.equal(size, 5);
  assert.deepEqual([...targets], [3, 2, 4, 9, 10, 1, 0, 0, 7, 8]);
  const swapped = rowTargets(inputs, [2], { names: ["context", "beat"] });
  assert.deepEqual([...swapped.targets], [11, 0, 5, 0, 2]);
});

Deno.test("rowTargets() gives no weight to the zeros at an input's end, and some to those within", () => {
  const { weights } = rowTargets(inputs, [0, 1, 2], { names });
  assert.deepEqual([...weights], [1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  const weighed = rowTargets(inputs, [0], { names, valueWeights: Float32Array.of(2, 3, 4, 5, 6) });
  assert.deepEqual([...weighed.weights], [2, 0, 0, 5, 6]);
});

Deno.test("inverseVariances() leaves padding out, and lets no value count endlessly", () => {
  // Of the beats 1, 3, 5: 8/3. Of 2, 0: 1. Of 4, 2: 1. Of 7, 9, 11: 8/3. Of 8, 10: 1.
  const found = inverseVariances(inputs, { names, rows: 3 });
  [3 / 8, 1, 1, 3 / 8, 1].forEach((wanted, i) => assert.ok(Math.abs(found[i]! - wanted) < 1e-6));
  const flat = { beat: { shape: [2], values: Float32Array.of(1, 2, 1, 3) } };
  // Of the second value 1/4, of both 1/8 in the mean.
  assert.deepEqual([...inverseVariances(flat, { names: ["beat"], rows: 2 })], [800, 4]);
});

import assert from "node:assert/strict";
import { classCounts } from "lib/beats/mod.ts";

Deno.test("classCounts() counts each class, those without labels too", () => {
  assert.deepEqual(classCounts(Uint8Array.of(4, 1, 1, 0)), [1, 2, 0, 0, 1]);
  assert.deepEqual(classCounts([]), [0, 0, 0, 0, 0]);
});

Deno.test("classCounts() refuses labels of no class", () => {
  assert.throws(() => classCounts([0, 5]), {
    name: "RangeError",
    message: "Cannot count labels: a label must be from 0 to 4 but is 5",
  });
});

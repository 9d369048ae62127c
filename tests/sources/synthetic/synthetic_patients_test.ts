import assert from "node:assert/strict";
import { syntheticPatients } from "lib/sources/synthetic/synthetic_patients.ts";

Deno.test("syntheticPatients have names of their own that are no MIT-BIH record's", () => {
  const names = syntheticPatients.map(({ name }) => name);
  assert.equal(new Set(names).size, 12);
  assert.ok(names.every((name) => /^s\d\d$/.test(name)));
});

Deno.test("syntheticPatients have chances that leave most beats to the basic rhythm", () => {
  for (const { chances } of syntheticPatients) {
    const sum = Object.values(chances).reduce((a, b) => a + b, 0);
    assert.ok(sum > 0 && sum < 0.5);
  }
});

import assert from "node:assert/strict";
import { applyOverrides } from "lib/training/mod.ts";

const defaults = {
  learningRate: 1e-3,
  filters: [64, 128, 64],
  schedule: "cosine",
  classWeights: false,
};
const choices = { schedule: ["cosine", "constant"] };
const apply = (overrides: Record<string, string>) =>
  applyOverrides(defaults, overrides, { choices });

Deno.test("a key is written as in the code or as in a sweep", () => {
  assert.equal(apply({ learningRate: "0.01" }).learningRate, 0.01);
  assert.equal(apply({ learning_rate: "1e-05" }).learningRate, 1e-5);
});

Deno.test("a list is replaced as a whole or by entry, and the defaults stay", () => {
  assert.deepEqual(apply({ filters: "32,64" }).filters, [32, 64]);
  assert.deepEqual(apply({ filters: "[32, 64]" }).filters, [32, 64]);
  assert.deepEqual(apply({ filters_2: "16" }).filters, [64, 16, 64]);
  assert.deepEqual(defaults.filters, [64, 128, 64]);
});

Deno.test("true and false are taken as Python writes them too", () => {
  assert.equal(apply({ class_weights: "True" }).classWeights, true);
  assert.equal(apply({ classWeights: "false" }).classWeights, false);
});

const wrong: [Record<string, string>, RegExp][] = [
  [{ lerning_rate: "1" }, /"lerning_rate": it is not a key. Did you mean "learning_rate"\?/],
  [{ to_string: "1" }, /"to_string": it is not a key/],
  [{ learningRate: "fast" }, /must be a number but is "fast"/],
  [{ learningRate: "" }, /must be a number but is ""/],
  [{ filters: "64,x" }, /must be a number but is "x"/],
  [{ filters_4: "64" }, /entries 1 to 3/],
  [{ schedule: "cosin" }, /must be cosine or constant but is "cosin"/],
  [{ class_weights: "yes" }, /must be true or false but is "yes"/],
];
for (const [overrides, message] of wrong) {
  Deno.test(`${JSON.stringify(overrides)} is an error`, () => {
    assert.throws(() => apply(overrides), message);
  });
}

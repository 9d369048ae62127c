import assert from "node:assert/strict";
import { fitStandardizer } from "lib/beats/mod.ts";
import golden from "../fixtures/beats/rows.json" with { type: "json" };
import { goldenDataset } from "./golden_dataset.ts";
import { makeDataset } from "./make_beats.ts";

Deno.test("fitStandardizer() gives numpy's mean and standard deviation", () => {
  const { mean, deviation } = fitStandardizer(goldenDataset());
  assert.ok(Math.abs(mean - golden.mean) < 1e-14);
  assert.ok(Math.abs(deviation - golden.deviation) < 1e-14);
});

Deno.test("fitStandardizer() fits another input when asked to", () => {
  const train = makeDataset("train", [0, 0, 0]);
  const { mean, deviation } = fitStandardizer(train, { input: "rhythm" });
  assert.equal(mean, -1);
  assert.equal(deviation, Math.sqrt(2 / 3));
});

Deno.test("fitStandardizer() refuses values that do not vary and inputs that are not there", () => {
  const train = makeDataset("train", [0]);
  assert.throws(() => fitStandardizer(train), {
    message: 'Cannot fit a standardizer: the deviation of input "beat" must be positive but is 0',
  });
  assert.throws(() => fitStandardizer(train, { input: "rr" }), {
    message: 'Cannot fit a standardizer: the input must be one of beat, rhythm but is "rr"',
  });
});

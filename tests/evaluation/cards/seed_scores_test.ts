import assert from "node:assert/strict";
import { seedScores } from "lib/evaluation/mod.ts";

const run = (seed: number, valMacroF1: number, accuracy: number, macroF1: number) => ({
  seed,
  bestEpoch: 5,
  valMacroF1,
  accuracy,
  macroF1,
});

Deno.test("seedScores() chooses by validation, not by the test scores", () => {
  const { chosen } = seedScores([run(0, 0.9, 0.99, 0.95), run(1, 0.92, 0.98, 0.9)]);
  assert.equal(chosen, 1);
});

Deno.test("seedScores() gives mean and sample deviation", () => {
  const { mean, deviation } = seedScores([
    run(0, 0.9, 1, 0.75),
    run(1, 0.9, 0.5, 0.75),
    run(2, 0.9, 0.75, 0.75),
  ]);
  assert.deepEqual(mean, { accuracy: 0.75, macroF1: 0.75 });
  assert.deepEqual(deviation, { accuracy: 0.25, macroF1: 0 });
});

Deno.test("seedScores() of one run has no spread, of none fails", () => {
  assert.equal(seedScores([run(7, 0.9, 0.98, 0.9)]).deviation.accuracy, 0);
  assert.throws(() => seedScores([]), /wanted at least one run/);
});

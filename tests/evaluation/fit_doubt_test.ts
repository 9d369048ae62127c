import assert from "node:assert/strict";
import { fitDoubt } from "lib/evaluation/mod.ts";
import { applyTemperature, predictionSets } from "lib/metrics/mod.ts";

// Class 0 is told well, class 1 badly, and of class 2 there are two rows.
const labels = Uint8Array.from({ length: 42 }, (_, row) => row < 20 ? 0 : row < 40 ? 1 : 2);
const probabilities = Float32Array.from(
  [...labels].flatMap((label, row) =>
    label === 0 ? [0.9, 0.05, 0.05] : row % 4 === 0 ? [0.6, 0.3, 0.1] : [0.2, 0.7, 0.1]
  ),
);
const validation = { model: "made up", role: "validation" as const, labels, probabilities };

Deno.test("fitDoubt() gives sets that hold the class of as many rows as it promises", () => {
  const { temperature, thresholds, coverage, rows } = fitDoubt(validation);
  assert.equal(coverage, 0.85);
  assert.deepEqual(rows, [20, 20, 2]);
  const sets = predictionSets(applyTemperature(probabilities, 3, { temperature }), thresholds);
  for (const label of [0, 1]) {
    const own = sets.filter((_, row) => labels[row] === label);
    assert.ok(own.filter((set) => set.includes(label)).length >= 0.85 * own.length);
  }
  assert.ok(sets.every((set) => set.includes(2)), "two rows of class 2 promise nothing");
  assert.deepEqual([sets[0], sets[21]], [[0, 2], [1, 2]]);
});

Deno.test("fitDoubt() takes validation rows alone", () => {
  const test = { ...validation, role: "test" as const };
  assert.throws(
    () => fitDoubt(test),
    /Cannot fit the doubt of "made up": wanted validation rows, found test rows/,
  );
});

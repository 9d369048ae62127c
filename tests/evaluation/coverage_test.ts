import assert from "node:assert/strict";
import { addCoverage, classSets, noCoverage } from "lib/evaluation/mod.ts";

const groups = [[0], [1], [2, 3]];

Deno.test("classSets() holds the classes whose tempered probability reaches their threshold", () => {
  const probabilities = Float32Array.of(0.7, 0.2, 0.1, 0, 0.97, 0.01, 0.01, 0.01);
  const doubt = {
    temperature: 1,
    thresholds: [0.5, 0.15, 0.3],
    groups,
    coverage: 0.9,
    rows: [9, 9, 9],
  };
  assert.deepEqual(classSets(probabilities, doubt), [[0, 1], [0]]);
  // A high temperature makes all classes alike.
  assert.deepEqual(classSets(probabilities, { ...doubt, temperature: 100 })[1], [1, 2]);
});

Deno.test("addCoverage() counts by actual class, and sets of no class or several as uncertain", () => {
  const coverage = noCoverage();
  addCoverage(coverage, [[0], [0, 1], [], [2], [2]], [0, 1, 1, 0, 3], { groups });
  assert.deepEqual(coverage, { rows: [2, 2, 0, 1], covered: [1, 1, 0, 1], uncertain: 2 });
});

import assert from "node:assert/strict";
import { modelMetrics, scoreProbabilities } from "lib/evaluation/mod.ts";
import { sampleMetrics } from "./sample_folder.ts";

Deno.test("modelMetrics() keeps the scores, the curves' areas and the confusion matrix", () => {
  const metrics = sampleMetrics();
  assert.equal(metrics.accuracy, 0.8);
  // F1 is 2/3 for N (one right, one wrong), 1 for S, V and F, 0 for Q.
  assert.ok(Math.abs(metrics.macroF1 - (2 / 3 + 3) / 5) < 1e-12);
  assert.deepEqual(metrics.classes.map(({ letter }) => letter).join(""), "NSVFQ");
  assert.deepEqual(metrics.confusion[4], [1, 0, 0, 0, 0]);
  assert.equal(metrics.classes[1]!.rocArea, 1);
  assert.equal(metrics.classes[4]!.rocArea, 0.5);
});

Deno.test("modelMetrics() survives JSON, with null for an area that is not defined", () => {
  const metrics = modelMetrics(
    scoreProbabilities(Float32Array.of(1, 0, 1, 0), {
      role: "test",
      labels: Uint8Array.of(0, 0),
      source: { name: "two rows", synthetic: true },
    }),
    { split: "none" },
  );
  assert.equal(metrics.classes[1]!.rocArea, null);
  assert.deepEqual(JSON.parse(JSON.stringify(metrics)), metrics);
  assert.ok(!("seeds" in metrics) && !("commit" in metrics));
});

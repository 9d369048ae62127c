import assert from "node:assert/strict";
import { remarks, scoresText } from "../../lib/tasks/evaluate.ts";
import { sampleFolder, sampleMetrics } from "../evaluation/sample_folder.ts";

Deno.test("scoresText() is a table with a line for each class", () => {
  const lines = scoresText(sampleMetrics()).split("\n");
  assert.equal(lines.length, 8);
  assert.match(lines[0]!, /^5 test rows of MIT-BIH .*; split: Kaggle/);
  assert.match(lines[2]!, /N +0\.5000 +1\.0000 +0\.6667 +1$/);
  assert.equal(lines.at(-1), "accuracy 0.8000, macro-F1 0.7333");
});

Deno.test("remarks() says whether the stored metrics are the same", () => {
  assert.deepEqual(remarks(sampleMetrics(), sampleFolder()), ["metrics.json says the same."]);
  const folder = sampleFolder();
  folder.metrics.confusion[4] = [0, 0, 0, 0, 1];
  folder.metrics.accuracy = 1;
  assert.deepEqual(remarks(sampleMetrics(), folder), [
    "metrics.json differs: 1 rows are classified otherwise, accuracy -2.0e-1.",
  ]);
  assert.deepEqual(remarks(sampleMetrics(), { ...folder, metrics: undefined }), []);
});

Deno.test("remarks() warns of a comparison with rows of another kind", () => {
  const found = { ...sampleMetrics(), source: { name: "synthetic records", synthetic: true } };
  const [foreign, compared] = remarks(found, sampleFolder());
  assert.match(foreign!, /^Trained on MIT-BIH .*, scored on synthetic records/);
  assert.match(compared!, /^Not compared with metrics.json: 5 test rows of synthetic records/);
});

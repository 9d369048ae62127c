import assert from "node:assert/strict";
import { remarks } from "lib/tasks/helpers/evaluate/remarks.ts";
import { sampleFolder, sampleMetrics } from "../../../evaluation/sample_folder.ts";

Deno.test("remarks() says whether the stored metrics are the same", () => {
  assert.deepEqual(remarks(sampleMetrics(), sampleFolder()), ["metrics.json has the same scores."]);
  const folder = sampleFolder();
  folder.metrics.confusion[4] = [0, 0, 0, 0, 1];
  folder.metrics.accuracy = 1;
  assert.deepEqual(remarks(sampleMetrics(), folder), [
    "metrics.json differs: 1 row is classified differently, the accuracy differs by -2.0e-1.",
  ]);
  assert.deepEqual(remarks(sampleMetrics(), { ...folder, metrics: undefined }), []);
});

Deno.test("remarks() warns of a comparison with rows of another kind", () => {
  const found = { ...sampleMetrics(), source: { name: "synthetic records", synthetic: true } };
  const [foreign, compared] = remarks(found, sampleFolder());
  assert.match(foreign!, /^Trained on MIT-BIH .*, scored on synthetic records/);
  assert.match(compared!, /^Not compared with metrics.json: 5 test rows of synthetic records/);
});

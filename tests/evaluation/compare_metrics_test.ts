import assert from "node:assert/strict";
import { compareMetrics } from "lib/evaluation/mod.ts";
import { sampleMetrics } from "./sample_folder.ts";

Deno.test("compareMetrics() finds no difference between metrics and their copy", () => {
  const stored = JSON.parse(JSON.stringify(sampleMetrics()));
  const { incomparable, movedRows, accuracy, macroF1 } = compareMetrics(sampleMetrics(), stored);
  assert.equal(incomparable, undefined);
  assert.deepEqual([movedRows, accuracy, macroF1], [0, 0, 0]);
});

Deno.test("compareMetrics() counts a row that changed its cell once", () => {
  const stored = sampleMetrics();
  stored.confusion[1] = [1, 0, 0, 0, 0];
  assert.equal(compareMetrics(sampleMetrics(), stored).movedRows, 1);
});

Deno.test("compareMetrics() says when other rows were scored", () => {
  const stored = { ...sampleMetrics(), source: { name: "my records", synthetic: false } };
  assert.match(
    compareMetrics(sampleMetrics(), stored).incomparable!,
    /^5 test rows of MIT-BIH .* were scored here, 5 test rows of my records, .* then$/,
  );
});

import assert from "node:assert/strict";
import { scoresText } from "lib/tasks/helpers/evaluate/scores_text.ts";
import { sampleMetrics } from "../../../evaluation/sample_folder.ts";

Deno.test("scoresText() is a table with a line for each class", () => {
  const lines = scoresText(sampleMetrics()).split("\n");
  assert.equal(lines.length, 8);
  assert.match(lines[0]!, /^5 test rows of MIT-BIH .*; split: Kaggle/);
  assert.match(lines[2]!, /N +0\.5000 +1\.0000 +0\.6667 +1$/);
  assert.equal(lines.at(-1), "accuracy 0.8000, macro-F1 0.7333");
});

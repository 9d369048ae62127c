import assert from "node:assert/strict";
import { modelCardLimits } from "../../../lib/evaluation/cards/model_card_limits.ts";
import { sampleMetrics } from "../sample_folder.ts";

Deno.test("modelCardLimits() says what a split by beat cannot show", () => {
  assert.match(modelCardLimits(sampleMetrics()), /training and test rows share patients/);
  const byPatient = { ...sampleMetrics(), split: "by patient" };
  assert.doesNotMatch(modelCardLimits(byPatient), /share patients/);
});

Deno.test("modelCardLimits() names the class with the fewest beats", () => {
  const metrics = sampleMetrics();
  metrics.classes[3]!.support = 0;
  metrics.classes.forEach((scores, label) => scores.support = label === 3 ? 162 : 1000);
  assert.match(modelCardLimits(metrics), /Class F has 162 scored beats/);
});

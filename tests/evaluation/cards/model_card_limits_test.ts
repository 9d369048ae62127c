import assert from "node:assert/strict";
import { patientMetrics } from "lib/evaluation/mod.ts";
import { modelCardLimits } from "../../../lib/evaluation/cards/model_card_limits.ts";
import { sampleMetrics } from "../sample_folder.ts";

Deno.test("modelCardLimits() says what a split by beat cannot show", () => {
  assert.match(modelCardLimits(sampleMetrics()), /training and test rows share patients/);
  const byPatient = { ...sampleMetrics(), split: "by patient" };
  assert.doesNotMatch(modelCardLimits(byPatient), /share patients/);
});

Deno.test("modelCardLimits() says of a record with most of a class's beats that the scores are its patient's", () => {
  const beats = (count: number) => ({ N: [50, 0, 0, 0], A: [0, count, 0, 0] });
  const limits = (...counts: number[]) => {
    const records = counts.map((count, i) => [String(100 + i), beats(count)]);
    const patients = patientMetrics(Object.fromEntries(records), { resamples: 2 });
    return modelCardLimits({ ...sampleMetrics(), patients });
  };
  assert.match(limits(6, 2, 2), /Record 100 has 60 % of the scored beats of class S: .* mostly/);
  assert.doesNotMatch(limits(4, 3, 3), /Record 100|mostly/);
});

Deno.test("modelCardLimits() names the class with the fewest beats", () => {
  const metrics = sampleMetrics();
  metrics.classes[3]!.support = 0;
  metrics.classes.forEach((scores, label) => scores.support = label === 3 ? 162 : 1000);
  assert.match(modelCardLimits(metrics), /Class F has 162 scored beats/);
});

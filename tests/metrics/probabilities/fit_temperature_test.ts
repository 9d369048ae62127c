import assert from "node:assert/strict";
import { applyTemperature, fitTemperature, logLoss, topPredictions } from "lib/metrics/mod.ts";
import { assertClose, golden } from "../golden.ts";

for (const name of ["sure", "modest"] as const) {
  const { actual, probabilities, temperature, tempered } = golden.calibration[name];

  Deno.test(`fitTemperature() finds SciPy's minimum of the log loss (${name})`, () => {
    assertClose(fitTemperature(actual, probabilities, 5), temperature, 1e-6);
  });

  Deno.test(`applyTemperature() divides the logits and keeps the predictions (${name})`, () => {
    const found = applyTemperature(probabilities, 5, { temperature });
    assertClose([...found.subarray(0, 50)], tempered, 1e-7);
    assert.deepEqual(
      topPredictions(found, 5).predicted,
      topPredictions(probabilities, 5).predicted,
    );
    assert.ok(logLoss(actual, found, 5) < logLoss(actual, probabilities, 5));
  });
}

Deno.test("fitTemperature() stays within its bounds for classifiers that never or always err", () => {
  const never = [0.9, 0.1, 0.2, 0.8];
  assertClose(fitTemperature([0, 1], never, 2), 0.01, 1e-9);
  assertClose(fitTemperature([1, 0], never, 2), 100, 1e-6);
  assert.equal(fitTemperature([0, 1], [0.5, 0.5, 0.5, 0.5], 2), 1);
});

Deno.test("fitTemperature() and applyTemperature() take probabilities that were rounded to 0", () => {
  const probabilities = [1, 0, 0, 1, 1, 0];
  const temperature = fitTemperature([0, 1, 1], probabilities, 2);
  assert.ok(temperature > 1);
  assert.ok(applyTemperature(probabilities, 2, { temperature }).every(Number.isFinite));
});

Deno.test("fitTemperature() refuses empty input", () => {
  assert.throws(() => fitTemperature([], [], 5), /wanted at least one row, found none/);
});

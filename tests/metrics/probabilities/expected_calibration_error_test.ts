import assert from "node:assert/strict";
import { expectedCalibrationError, reliabilityBins } from "lib/metrics/mod.ts";
import { assertClose, confidencesOf, golden } from "../golden.ts";

Deno.test("expectedCalibrationError() is the mean gap of scikit-learn's bins", () => {
  for (const name of ["sure", "modest"] as const) {
    const bins = reliabilityBins(...confidencesOf(name));
    assertClose(expectedCalibrationError(bins), golden.calibration[name].expectedError);
  }
});

Deno.test("expectedCalibrationError() is 0 for confidence that tells the truth", () => {
  assertClose(expectedCalibrationError(reliabilityBins([0.5, 0.5, 1], [1, 0, 1])), 0);
});

Deno.test("expectedCalibrationError() refuses bins without rows", () => {
  assert.throws(() => expectedCalibrationError([]), /wanted at least one row in the bins/);
});

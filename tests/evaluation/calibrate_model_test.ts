import assert from "node:assert/strict";
import type { Role } from "lib/beats/mod.ts";
import { calibrateModel, scoreProbabilities } from "lib/evaluation/mod.ts";

/** Ten rows of which the model calls each class 0 with 99 % confidence, and `right` are. */
function sureOfItself(role: Role, right: number) {
  const labels = Uint8Array.from({ length: 10 }, (_, row) => row < right ? 0 : 1);
  const probabilities = Float32Array.from([...labels].flatMap(() => [0.99, 0.01]));
  const source = { name: "ten rows", synthetic: true };
  return scoreProbabilities(probabilities, { role, labels, source }, { model: "sure" });
}

Deno.test("calibrateModel() takes the confidence of a model that is too sure of itself down", () => {
  const { model, temperature, before, after } = calibrateModel(
    sureOfItself("validation", 8),
    sureOfItself("test", 8),
  );
  assert.equal(model, "sure");
  assert.ok(temperature > 2, `${temperature}`);
  assert.ok(Math.abs(before.error - 0.19) < 1e-6, `${before.error}`);
  assert.ok(after.error < 1e-6, `${after.error}`);
  assert.ok(after.logLoss < before.logLoss);
});

Deno.test("calibrateModel() fits on the validation rows: the scored rows do not change the temperature", () => {
  const temperatures = [7, 9].map((right) =>
    calibrateModel(sureOfItself("validation", 8), sureOfItself("test", right)).temperature
  );
  assert.equal(temperatures[0], temperatures[1]);
});

Deno.test("calibrateModel() refuses to fit a temperature on test rows", () => {
  const test = sureOfItself("test", 8);
  assert.throws(() => calibrateModel(test, test), /wanted validation rows .* found test rows/);
});

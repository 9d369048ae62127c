import assert from "node:assert/strict";
import { bayesSamples } from "lib/sweeps/search/bayes/bayes_samples.ts";
import { fitGaussianProcess } from "lib/sweeps/search/bayes/gaussian_process.ts";
import { oracleConfig, oracleRuns, readJson } from "../../../fixtures/sweeps/oracle.ts";

function samplesOf(name: string) {
  const config = oracleConfig(name);
  return bayesSamples(config, oracleRuns(`${name}_runs`, config));
}

Deno.test("fitGaussianProcess() equals W&B's engine at the golden length scale to 1e-6", () => {
  for (const name of ["bayes", "bayes_smooth", "bayes_large"]) {
    const golden = readJson(`${name}.golden.json`);
    const { points, values, running } = samplesOf(name);
    const first = fitGaussianProcess(points, values);
    const predicted = running.map((p) => first.predict(p).mean * first.deviation + first.mean);
    const process = fitGaussianProcess([...points, ...running], [...values, ...predicted], {
      lengthScale: golden.length_scale,
    });
    assert.ok(Math.abs(process.mean - golden.y_mean) < 1e-6);
    assert.ok(Math.abs(process.deviation - golden.y_std) < 1e-6);
    (readJson(`${name}_candidates.json`) as number[][]).forEach((candidate, index) => {
      const { mean, deviation } = process.predict(candidate);
      assert.ok(Math.abs(mean - golden.mu[index]) < 1e-6, `${name}: mean ${mean}`);
      assert.ok(Math.abs(deviation - golden.sd[index]) < 1e-6, `${name}: deviation ${deviation}`);
    });
  }
});

Deno.test("fitGaussianProcess() is at its bound where no length scale explains the values", () => {
  const { points, values } = samplesOf("bayes");
  const process = fitGaussianProcess(points, values);
  assert.ok(process.atBound);
  assert.ok(Math.abs(process.lengthScale / 1e-5 - 1) < 0.01);
});

Deno.test("fitGaussianProcess() bears repeated points, one point and huge values", () => {
  const points = [[0.1, 0.2], [0.1, 0.2], [0.9, 0.4]];
  assert.ok(Number.isFinite(fitGaussianProcess(points, [1, 2, 3]).predict([0.5, 0.5]).mean));
  assert.ok(Number.isFinite(fitGaussianProcess(points, [1e300, -1e300, 0]).deviation));
  const single = fitGaussianProcess([[0.5]], [7]);
  assert.deepEqual([single.mean, single.deviation, single.predict([0.5]).mean], [7, 1, 0]);
});

Deno.test("fitGaussianProcess() refuses no points", () => {
  assert.throws(() => fitGaussianProcess([], []), RangeError);
});

import assert from "node:assert/strict";
import { bayesSamples } from "lib/sweeps/search/bayes/bayes_samples.ts";
import {
  bayesSearch,
  expectedImprovement,
  fitWithRunning,
} from "lib/sweeps/search/bayes/bayes_search.ts";
import { toNumber } from "lib/sweeps/configuration/float.ts";
import { fitGaussianProcess } from "lib/sweeps/search/bayes/gaussian_process.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { createPrng } from "lib/random/mod.ts";
import type { SweepRun } from "lib/sweeps/search/sweep_run.ts";
import { oracleConfig, oracleRuns, readJson } from "../../../fixtures/sweeps/oracle.ts";

Deno.test("fitWithRunning() finds the length scale of W&B's engine to 1e-3", () => {
  for (const name of ["bayes_smooth", "bayes_large"]) {
    const config = oracleConfig(name);
    const process = fitWithRunning(bayesSamples(config, oracleRuns(`${name}_runs`, config)));
    const golden = readJson(`${name}.golden.json`);
    assert.ok(Math.abs(process.lengthScale / golden.length_scale - 1) < 1e-3);
  }
});

Deno.test("expectedImprovement() equals W&B's engine to 1e-6 and has its greatest at the same place", () => {
  for (const name of ["bayes", "bayes_smooth", "bayes_large"]) {
    const golden = readJson(`${name}.golden.json`);
    const config = oracleConfig(name);
    const samples = bayesSamples(config, oracleRuns(`${name}_runs`, config));
    const first = fitGaussianProcess(samples.points, samples.values);
    const predicted = samples.running.map((p) =>
      first.predict(p).mean * first.deviation + first.mean
    );
    const process = fitGaussianProcess(
      [...samples.points, ...samples.running],
      [...samples.values, ...predicted],
      { lengthScale: golden.length_scale },
    );
    const best = (Math.min(...samples.values) - process.mean) / process.deviation;
    const found = (readJson(`${name}_candidates.json`) as number[][])
      .map((candidate) => expectedImprovement(process, candidate, best));
    found.forEach((value, index) => assert.ok(Math.abs(value - golden.ei[index]) < 1e-6));
    assert.equal(found.indexOf(Math.max(...found)), golden.argmax);
  }
});

Deno.test("bayesSearch() is random with fewer than two values", () => {
  const config = oracleConfig("bayes_smooth");
  const prng = createPrng(5);
  const rates = Array.from(
    { length: 200 },
    () => toNumber(bayesSearch(config, [], prng).lr as number),
  );
  const low = rates.filter((rate) => rate < 10 ** -2.5).length;
  assert.ok(low > 70 && low < 130, `${low} of 200 in the lower half`);
});

Deno.test("bayesSearch() finds a minimum in far fewer runs than random search would", () => {
  const { config } = parseConfiguration(
    "method: bayes\nmetric: {name: loss}\nparameters: {x: {min: 0.0, max: 1.0}, y: {min: 0.0, max: 1.0}}",
  );
  const runs: SweepRun[] = [];
  const prng = createPrng(11);
  for (let i = 0; i < 25; i++) {
    const parameters = bayesSearch(config, runs, prng);
    const [x, y] = [toNumber(parameters.x as number), toNumber(parameters.y as number)];
    const metric = [(x - 0.3) ** 2 + (y - 0.8) ** 2];
    runs.push({ id: String(i), state: "finished", parameters, metric });
  }
  assert.ok(Math.min(...runs.map((run) => run.metric[0]!)) < 0.002);
});

Deno.test("bayesSearch() draws from more than a hundred runs", () => {
  const config = oracleConfig("bayes_large");
  const runs = oracleRuns("bayes_large_runs", config);
  const proposal = bayesSearch(config, [...runs, ...runs], createPrng(3));
  assert.deepEqual(Object.keys(proposal), ["dropout", "lr", "width"]);
});

Deno.test("bayesSearch() proposes a value where losses are almost too great for numbers", () => {
  const { config } = parseConfiguration(
    "method: bayes\nmetric: {name: loss}\nparameters: {x: {min: 0.0, max: 1.0}}",
  );
  for (let seed = 0; seed < 10; seed++) {
    const prng = createPrng(seed);
    const runs = Array.from({ length: 14 }, (_, index): SweepRun => {
      const [id, x] = [String(index), prng()];
      return index < 8
        ? { id, state: "finished", parameters: { x }, metric: [1.79e308 * Math.sin(6 * x + seed)] }
        : { id, state: "running", parameters: { x }, metric: [] };
    });
    assert.ok(Number.isFinite(fitWithRunning(bayesSamples(config, runs)).mean));
    const x = toNumber(bayesSearch(config, runs, prng).x as number);
    assert.ok(x >= 0 && x <= 1, `${x}`);
  }
});

import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import {
  gridSize,
  nextParameters,
  readConfiguration,
  type SweepRun,
  toPlain,
} from "lib/sweeps/search/mod.ts";

Deno.test("a search goes on from runs with plain numbers as from those it proposed", () => {
  const parameters = {
    rate: { distribution: "uniform", min: 0, max: 1 },
    units: { values: [1, 2] },
  };
  const { config } = readConfiguration({ method: "bayes", metric: { name: "loss" }, parameters });
  const proposals = [true, false].map((plain) => {
    const prng = createPrng(5);
    const runs: SweepRun[] = [];
    for (let id = 0; id < 6; id++) {
      const proposed = nextParameters(config, runs, prng)!;
      const given = (plain ? toPlain(proposed) : proposed) as SweepRun["parameters"];
      runs.push({ id: `${id}`, state: "finished", parameters: given, metric: [id % 3] });
    }
    return runs.map((run) => toPlain(run.parameters));
  });
  assert.deepEqual(proposals[0], proposals[1]);
});

Deno.test("a grid is done after as many runs as it has points", () => {
  const parameters = { a: { values: [0.5, 1.5] }, b: { min: 1, max: 3 } };
  const { config } = readConfiguration({ method: "grid", parameters });
  const runs: SweepRun[] = [];
  for (let next; (next = nextParameters(config, runs, Math.random)) !== undefined;) {
    const plain = toPlain(next) as SweepRun["parameters"];
    runs.push({ id: `${runs.length}`, state: "finished", parameters: plain, metric: [] });
  }
  assert.equal(runs.length, gridSize(config));
  assert.deepEqual(runs.at(-1)?.parameters, { a: 1.5, b: 3 });
});

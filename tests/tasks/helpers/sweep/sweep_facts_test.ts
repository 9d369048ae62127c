import assert from "node:assert/strict";
import { parseConfiguration, type Trial } from "lib/sweeps/mod.ts";
import { sweepFacts } from "lib/tasks/helpers/sweep/sweep_facts.ts";

const { config } = parseConfiguration("method: grid\nparameters: {x: {values: [1, 2]}}");
const common = { family: "cnn", rows: 600, source: { name: "some records", synthetic: false } };

/** The facts of a sweep whose trials left these configurations, undefined: none. */
function factsOf(configs: (Record<string, unknown> | undefined)[]) {
  const directory = Deno.makeTempDirSync();
  const trials = configs.map((config, index): Trial => {
    const run = `run${index}`;
    const folder = `${directory}/trials/${run}/cnn-seed0`;
    Deno.mkdirSync(folder, { recursive: true });
    if (config) Deno.writeTextFileSync(`${folder}/config.json`, JSON.stringify(config));
    const outcome = { state: "finished" as const, metric: [] };
    return { run, number: index + 1, parameters: {}, startTime: 0, endTime: 1, outcome };
  });
  try {
    return sweepFacts(directory, { sweepId: "s", config, trials, runs: [] });
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

Deno.test("sweepFacts() has what all trainings have in common, and their commits", () => {
  const { training, commits, machine } = factsOf([
    { ...common, dropout: 0.1, commit: "b" },
    undefined, // failed
    { ...common, dropout: 0.2, commit: "a" },
  ]);
  assert.deepEqual([training, commits], [common, ["a", "b"]]);
  assert.match(machine, /\d+ cores/);
});

Deno.test("sweepFacts() of other programs has the computer alone", () => {
  const { training, commits } = factsOf([undefined]);
  assert.deepEqual([training, commits], [undefined, []]);
});

Deno.test("sweepFacts() refuses trials that were trained on other rows", () => {
  assert.throws(() => factsOf([common, { ...common, rows: 700 }]), /trained on other rows/);
});

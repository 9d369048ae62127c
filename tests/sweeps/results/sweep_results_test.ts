import assert from "node:assert/strict";
import type { SweepEvent } from "lib/sweeps/runner/journal.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { bestSoFar, sweepResults } from "lib/sweeps/results/sweep_results.ts";
import { sweepRuns, trialsOf } from "lib/sweeps/runner/trials_of.ts";

const start = (run: string, time: number, repeats?: string): SweepEvent => ({
  type: "start",
  run,
  parameters: { x: 1 },
  repeats,
  time,
});
const end = (
  run: string,
  time: number,
  metric: (number | null)[],
  interrupted = false,
): SweepEvent => ({
  type: "end",
  run,
  outcome: { state: interrupted ? "interrupted" : "finished", metric },
  time,
});

const trials = trialsOf([
  start("a", 1000),
  start("b", 2000),
  end("a", 5000, [0.5, 0.25, 0.375]),
  end("b", 6000, [1], true),
  start("c", 100_000, "b"), // another session
  { type: "stop", run: "c", cause: "early", why: "stopped early", time: 101_000 },
  end("c", 103_000, [0.75, null]),
  start("d", 103_000),
  start("e", 103_000),
  end("e", 104_000, [0.5]),
  end("d", 105_000, [0.375]),
  start("f", 105_000),
]);
const { config } = parseConfiguration(
  "method: grid\nmetric: {name: val_loss}\nparameters: {x: {values: [1]}}",
);
const results = sweepResults({ sweepId: "s", config, trials, runs: sweepRuns(trials) });

Deno.test("sweepResults() has what came of the runs, in the order of their ends, without interrupted trials", () => {
  assert.deepEqual(results.map(({ run, best, stoppedEarly }) => [run, best, stoppedEarly]), [
    ["a", 0.25, false],
    ["c", 0.75, true],
    ["e", 0.5, false],
    ["d", 0.375, false],
  ]);
  assert.deepEqual(results[1]!.metric, [0.75, NaN]);
});

Deno.test("sweepResults() leaves the time between sessions out", () => {
  assert.deepEqual(results.map(({ seconds, endedAfter }) => [seconds, endedAfter]), [
    [4, 4],
    [3, 8],
    [1, 9],
    [2, 10],
  ]);
});

Deno.test("bestSoFar() keeps the least, or the greatest", () => {
  assert.deepEqual(bestSoFar([NaN, 3, 5, 2, NaN, 4]), [NaN, 3, 3, 2, 2, 2]);
  assert.deepEqual(bestSoFar([3, 5, 2], "maximize"), [3, 5, 5]);
});

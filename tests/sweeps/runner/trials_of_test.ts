import assert from "node:assert/strict";
import type { Outcome, SweepEvent } from "lib/sweeps/runner/journal.ts";
import { bestRun, sweepRuns, toRepeat, trialsOf } from "lib/sweeps/runner/trials_of.ts";

const start = (run: string, repeats?: string): SweepEvent => ({
  type: "start",
  run,
  parameters: { x: run },
  repeats,
  time: 1,
});
const end = (run: string, state: Outcome["state"], metric: (number | null)[] = []): SweepEvent => ({
  type: "end",
  run,
  outcome: { state, metric },
  time: 2,
});
const events = [
  start("a"),
  start("b"),
  end("a", "finished", [0.5, null, 0.7]),
  start("c"),
  end("b", "interrupted", [0.1]),
  start("d"),
  end("c", "finished", [0.6]),
];

Deno.test("trialsOf() gives trials in the order of their starts, with what came of them", () => {
  const found = trialsOf(events).map((t) => [t.number, t.run, t.outcome?.state]);
  assert.deepEqual(found, [[1, "a", "finished"], [2, "b", "interrupted"], [3, "c", "finished"], [
    4,
    "d",
    undefined,
  ]]);
});

Deno.test("toRepeat() gives interrupted trials until they are tried again", () => {
  assert.deepEqual(toRepeat(trialsOf(events)).map((trial) => trial.run), ["b"]);
  assert.deepEqual(toRepeat(trialsOf([...events, start("e", "b")])), []);
});

Deno.test("sweepRuns() leaves interrupted trials out and has what running ones logged so far", () => {
  const runs = sweepRuns(trialsOf(events), new Map([["d", [0.9]]]));
  assert.deepEqual(runs.map(({ id, state, metric }) => [id, state, metric]), [
    ["a", "finished", [0.5, NaN, 0.7]],
    ["c", "finished", [0.6]],
    ["d", "running", [0.9]],
  ]);
});

Deno.test("bestRun() is the finished run with the best value, by the goal", () => {
  const runs = sweepRuns(trialsOf(events), new Map([["d", [0]]]));
  const metric = {
    name: "m",
    goal: "minimize" as const,
    impute: "worst" as const,
    imputeWhileRunning: "false" as const,
  };
  assert.deepEqual([bestRun(runs, metric)?.run.id, bestRun(runs, metric)?.value], ["a", 0.5]);
  assert.equal(bestRun(runs, { ...metric, goal: "maximize" })?.value, 0.7);
  assert.equal(bestRun(runs, undefined), undefined);
});

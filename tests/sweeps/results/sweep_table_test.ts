import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import type { SweepEvent } from "lib/sweeps/runner/journal.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import type { SweepStatus } from "lib/sweeps/runner/run_sweep.ts";
import { sweepTable, timeLeft, trialLine } from "lib/sweeps/results/sweep_table.ts";
import { bestRun, sweepRuns, trialsOf } from "lib/sweeps/runner/trials_of.ts";

const { config } = parseConfiguration(`
name: toys
method: random
metric: {name: val_loss}
run_cap: 6
parameters: {seed: {value: 1}, opt: {parameters: {rate: {min: 0.0, max: 1.0}}}, units: {values: [32, 64]}}
`);

const start = (run: string, time: number, rate: number): SweepEvent => ({
  type: "start",
  run,
  parameters: { seed: 1, units: 32, opt: { rate: new Float(rate) } },
  time,
});

/** One finished, one stopped early, one failed, one that has run for 30 seconds. */
const events: SweepEvent[] = [
  start("aaaa", 0, 0.123456789),
  {
    type: "end",
    run: "aaaa",
    outcome: { state: "finished", metric: [0.5, 0.25, 0.3] },
    time: 60_000,
  },
  start("bbbb", 60_000, 0.5),
  { type: "stop", run: "bbbb", cause: "early", why: "stopped early", time: 90_000 },
  {
    type: "end",
    run: "bbbb",
    outcome: { state: "killed", why: "stopped early", metric: [0.9] },
    time: 90_000,
  },
  start("cccc", 90_000, 0.75),
  {
    type: "end",
    run: "cccc",
    outcome: { state: "failed", why: "exit code 3", metric: [] },
    time: 180_000,
  },
  start("dddd", 180_000, 0.25),
];
const trials = trialsOf(events);
const runs = sweepRuns(trials, new Map([["dddd", [0.7]]]));
const status: SweepStatus = {
  sweepId: "swp1",
  directory: "/sweep",
  config,
  jobs: 1,
  trials,
  runs,
  best: bestRun(runs, config.metric),
  total: 6,
};

Deno.test("sweepTable() shows state, time, metric, best, varied parameters and what failed", () => {
  assert.equal(
    sweepTable(status, { now: 210_000 }),
    `toys: random search, 3 of 6 runs, 1 running, 1 failed, about 2m30s left
    run     state   time  val_loss  best     rate  units
1  aaaa  finished  1m00s       0.3  0.25  0.12346     32
2  bbbb   stopped    30s       0.9   0.9      0.5     32
3  cccc    failed  1m30s                     0.75     32  exit code 3
4  dddd   running    30s       0.7   0.7     0.25     32
best: val_loss 0.25 in aaaa: rate=0.12346 units=32`,
  );
});

Deno.test("sweepTable() keeps to the width and to the latest rows, and says why a sweep ends", () => {
  const text = sweepTable({ ...status, ending: "interrupted" }, {
    width: 40,
    rows: 1,
    now: 210_000,
  });
  const lines = text.split("\n");
  assert.ok(lines.every((line) => line.length <= 40));
  assert.doesNotMatch(text, /cccc/);
  assert.match(sweepTable({ ...status, ending: "interrupted" }), /1 failed, interrupted\n/);
});

Deno.test("timeLeft() goes by the usual time of a trial, the jobs and what is under way", () => {
  assert.equal(timeLeft(status, 210_000), 30_000 + 2 * 60_000);
  assert.equal(timeLeft({ ...status, jobs: 2 }, 210_000), 75_000);
  assert.equal(timeLeft({ ...status, total: undefined }, 0), undefined);
  assert.equal(timeLeft({ ...status, trials: trials.slice(3) }, 0), undefined);
});

Deno.test("trialLine() is one trial in words", () => {
  assert.equal(
    trialLine(trials[0]!, status),
    "1. aaaa finished after 1m00s; val_loss 0.3, best 0.25; rate=0.12346 units=32",
  );
  assert.equal(
    trialLine(trials[2]!, status),
    "3. cccc failed after 1m30s; rate=0.75 units=32 (exit code 3)",
  );
  const outcome = { state: "finished" as const, why: "never logged val_loss", metric: [] };
  assert.match(
    trialLine({ ...trials[0]!, outcome }, { ...status, runs: [] }),
    /^1\. aaaa finished after .* \(never logged val_loss\)$/,
  );
});

import assert from "node:assert/strict";
import type { SweepEvent } from "lib/sweeps/runner/journal.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { showSweep } from "lib/sweeps/results/show_sweep.ts";
import { sweepRuns, trialsOf } from "lib/sweeps/runner/trials_of.ts";

const { config } = parseConfiguration("method: grid\nparameters: {x: {values: [1, 2]}}");
const events: SweepEvent[] = [
  { type: "start", run: "aaaa", parameters: { x: 1 }, time: 0 },
  { type: "end", run: "aaaa", outcome: { state: "finished", metric: [] }, time: 2000 },
  { type: "start", run: "bbbb", parameters: { x: 2 }, time: 2000 },
];

function statusAfter(count: number) {
  const trials = trialsOf(events.slice(0, count));
  return { sweepId: "swp1", directory: "/", config, jobs: 1, trials, runs: sweepRuns(trials) };
}

Deno.test("showSweep() prints a line for each trial that ends where there is no terminal", () => {
  const written: string[] = [];
  const show = showSweep({ write: (text) => written.push(text) });
  for (const count of [1, 2, 2, 3]) show(statusAfter(count));
  assert.deepEqual(written, ["1. aaaa finished after 2s; x=1\n"]);
});

Deno.test("showSweep() draws the table over itself in a terminal, when it has changed", () => {
  const written: string[] = [];
  const terminal = () => ({ columns: 80, rows: 24 });
  const show = showSweep({ write: (text) => written.push(text), terminal });
  for (const count of [2, 2, 3]) show(statusAfter(count));
  assert.equal(written.length, 2);
  assert.match(written[0]!, /^sweep swp1: grid search/);
  assert.ok(written[1]!.startsWith("\r\x1b[2A\x1b[J")); // two lines up, then clear
  assert.match(written[1]!, /bbbb\s+running/);
});

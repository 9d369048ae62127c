import assert from "node:assert/strict";
import { parseConfiguration, type SweepStatus, type Trial } from "lib/sweeps/mod.ts";
import { sweepPage } from "lib/tasks/helpers/sweep/sweep_page.ts";

const { config } = parseConfiguration(`
name: small
method: random
metric: {name: val_loss}
early_terminate: {type: hyperband, min_iter: 2}
run_cap: 9
program: train.py
parameters: {x: {values: [1, 2, 3]}}`);

const trial = (number: number, more: Partial<Trial>): Trial => ({
  run: `run${number}`,
  number,
  parameters: { x: number % 3 + 1 },
  startTime: 1000 * number,
  ...(more.outcome ? { endTime: 1000 * number + 500 } : {}),
  ...more,
});

const trials = [
  trial(1, { outcome: { state: "finished", metric: [0.5, 0.25] } }),
  trial(2, {
    stop: { cause: "early", why: "stopped early", time: 2100 },
    outcome: { state: "finished", metric: [0.9, 0.8] },
  }),
  trial(3, { outcome: { state: "failed", metric: [0.1, 0.2], why: "exit code 3" } }),
  trial(4, { outcome: { state: "interrupted", metric: [0.4] } }),
  trial(5, {}),
  trial(6, { outcome: { state: "finished", metric: [], why: "never logged val_loss" } }),
];
const runs = trials.filter(({ number }) => number !== 4).map(({ run, parameters, outcome }) => ({
  id: run,
  parameters,
  state: outcome?.state === "failed" ? "failed" as const : "finished" as const,
  metric: (outcome?.metric as number[]) ?? [0.7],
}));
const status: SweepStatus = {
  sweepId: "s",
  directory: "/sweep",
  config,
  jobs: 1,
  trials,
  runs,
  best: { run: runs[0]!, value: 0.25 },
  total: 9,
};
const html = await sweepPage(status, { running: true, now: 8000 });

function row(run: string): string {
  const found = html.match(new RegExp(`<tr [^>]*><th [^>]*>${run}</th>.*</tr>`))?.[0] ?? "";
  return found.replaceAll(/<svg.*?<\/svg>/g, "curve ").replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/ +/g, " ").trim();
}

Deno.test("sweepPage() has a row for each trial: its state, time, curve, results, parameters, cause", () => {
  assert.equal(row("run1"), "run1 finished 1s curve 0.25 0.25 2 2");
  assert.equal(row("run2"), "run2 stopped early 1s curve 0.8 0.8 2 3");
  assert.equal(row("run3"), "run3 failed 1s curve 0.2 2 1 exit code 3");
  assert.equal(row("run4"), "run4 interrupted 1s 2");
  assert.equal(row("run5"), "run5 running 3s curve 0.7 1 3");
  assert.equal(row("run6"), "run6 finished 1s 1 never logged val_loss");
});

Deno.test("sweepPage() says how far the sweep is, its best run and how to run that again", () => {
  assert.match(html, /<h1>small<\/h1>\n<p class="summary">random search, 4 of 9 runs, 1 running/);
  assert.match(html, /<p class="note">best val_loss: 0.25 in run run1<\/p>/);
  assert.match(html, /<p class="note">repeat it with: <code>python train.py --x=2<\/code><\/p>/);
});

Deno.test("sweepPage() marks the sweep's best run, not one that failed with a better value", () => {
  const [, marked] = html.match(/<tr class="best [^>]*><th [^>]*>([^<]*)/)!;
  assert.equal(marked, "run1");
});

Deno.test("sweepPage() follows the sweep until it ends", async () => {
  assert.match(html, /<meta name="reload" content="10">/);
  const last = await sweepPage({ ...status, ending: "interrupted" }, { running: false });
  assert.doesNotMatch(last, /name="reload"/);
  assert.match(last, /interrupted<\/p>/);
});

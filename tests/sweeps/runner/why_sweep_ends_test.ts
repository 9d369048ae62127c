import assert from "node:assert/strict";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import type { RunState } from "lib/sweeps/search/sweep_run.ts";
import { trialsOf } from "lib/sweeps/runner/trials_of.ts";
import { whySweepEnds } from "lib/sweeps/runner/why_sweep_ends.ts";

const { config } = parseConfiguration(
  "method: random\nmetric: {name: f1, goal: maximize, target: 0.9}\nparameters: {x: {value: 1}}",
);
const moment = { trials: [], runs: [], session: 0 };

function ended(states: ("failed" | "finished")[]) {
  return trialsOf(states.flatMap((state, index) => [
    { type: "start", run: String(index), parameters: {}, time: 1 },
    {
      type: "end",
      run: String(index),
      outcome: { state, why: "exit code 1", metric: [] },
      time: 2,
    },
  ]));
}

Deno.test("whySweepEnds() starts no trial once one is at the target, and stops the others when it is finished", () => {
  const at = (state: RunState, ...metric: number[]) =>
    whySweepEnds(config, { ...moment, runs: [{ id: "a", state, parameters: {}, metric }] });
  const why = "f1 has reached the target 0.9";
  assert.equal(at("finished", 0.5, 0.89), undefined);
  assert.equal(at("finished"), undefined);
  assert.equal(at("failed", 0.95), undefined);
  assert.deepEqual(at("running", 0.9, 0.8), { why });
  assert.deepEqual(at("finished", 0.9, 0.8), { why, stopTrials: "target" });
});

Deno.test("whySweepEnds() ends when the first five trials of a session all fail", () => {
  const failed = ended(["failed", "failed", "failed", "failed", "failed"]);
  assert.equal(whySweepEnds(config, { ...moment, trials: failed.slice(1) }), undefined);
  assert.match(
    whySweepEnds(config, { ...moment, trials: failed })!.why,
    /the first 5 .*exit code 1/,
  );
  assert.equal(whySweepEnds(config, { ...moment, trials: failed, session: 5 }), undefined);
  const mixed = ended(["failed", "finished", "failed", "failed", "failed", "failed", "failed"]);
  assert.equal(whySweepEnds(config, { ...moment, trials: mixed }), undefined);
});

Deno.test("whySweepEnds() ends when it is interrupted, interrupting the trials", () => {
  assert.deepEqual(whySweepEnds(config, { ...moment, interrupted: true }), {
    why: "interrupted",
    stopTrials: "interrupt",
  });
});

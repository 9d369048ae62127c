import assert from "node:assert/strict";
import { noProgress } from "lib/sweeps/runner/follow_trial.ts";
import { judgeTrial, type TrialEnd } from "lib/sweeps/runner/judge_trial.ts";

const logged = { ...noProgress, metric: [0.5], logs: true };

function judged(end: Partial<TrialEnd>): string {
  const progress = { ...logged, ...end.progress };
  const { state, why } = judgeTrial({ exitCode: 0, metric: "loss", ...end, progress });
  return why ? `${state}: ${why}` : state;
}

Deno.test("judgeTrial() goes by the exit code", () => {
  assert.equal(judged({}), "finished");
  assert.equal(judged({ exitCode: 3 }), "failed: exit code 3");
  assert.equal(judged({ exitCode: 137 }), "failed: ended by signal 9");
  assert.equal(judgeTrial({ progress: noProgress }).why, "was killed");
});

Deno.test("judgeTrial() fails a trial that logged NaN, whatever its exit code", () => {
  const progress = { ...logged, metric: [NaN], notFinite: "loss was NaN at iteration 1" };
  assert.equal(judged({ progress }), "failed: loss was NaN at iteration 1");
  assert.deepEqual(judgeTrial({ exitCode: 0, progress }).metric, [null]);
});

Deno.test("judgeTrial() calls an early stop finished if the trial ended cleanly, else killed", () => {
  const stop = { cause: "early" as const, why: "stopped early" };
  assert.equal(judged({ stop }), "finished: stopped early");
  assert.equal(judged({ stop, exitCode: 143 }), "killed: stopped early");
});

Deno.test("judgeTrial() fails what the runner ended for a fault and keeps what it interrupted", () => {
  assert.equal(
    judged({ stop: { cause: "fault", why: "took longer than 5 s" } }),
    "failed: took longer than 5 s",
  );
  assert.equal(
    judged({ stop: { cause: "interrupt", why: "interrupted" } }),
    "interrupted: interrupted",
  );
});

Deno.test("judgeTrial() says when a run never logged the metric", () => {
  assert.equal(
    judged({ progress: { ...logged, metric: [] } }),
    "finished: never logged loss",
  );
  assert.equal(judged({ progress: { ...noProgress } }), "finished");
});

import assert from "node:assert/strict";
import type { Contender } from "../../bench/benchmarks.ts";
import type { Ready } from "../../bench/ours/answer_runs.ts";
import { keepsUp, type Measurement, rotated, runRounds } from "../../bench/run_rounds.ts";
import type { Worker } from "../../bench/start_worker.ts";

Deno.test("runRounds() gives every contender a turn each round, beginning with another one", async () => {
  const { start, turns, closed } = fakeWorkers({ a: 1, b: 1, c: 1 });
  const measurements = await runRounds(["a", "b", "c"].map(contender), { rounds: 4, start });
  assert.equal(turns.join(""), "abc" + "bca" + "cab" + "abc");
  assert.deepEqual(measurements.map(({ seconds }) => seconds.length), [4, 4, 4]);
  assert.deepEqual(closed, ["a", "b", "c"]);
});

Deno.test("runRounds() stops measuring a setting that falls behind another of its contender", async () => {
  const { start, turns } = fakeWorkers({ quick: 1, slow: 2 });
  const settings = ["quick", "slow"].map((setting) => ({ ...contender(setting), name: "ours" }));
  const measurements = await runRounds(settings, { rounds: 5, start });
  assert.deepEqual(measurements.map(({ seconds }) => seconds.length), [5, 2]);
  assert.equal(turns.length, 7);
});

Deno.test("runRounds() keeps a contender that is slower than the others", async () => {
  const { start } = fakeWorkers({ ours: 1, keras: 10 });
  const measurements = await runRounds(["ours", "keras"].map(contender), { rounds: 3, start });
  assert.deepEqual(measurements.map(({ seconds }) => seconds.length), [3, 3]);
});

Deno.test("runRounds() refuses contenders that compute different things, and ends them", async () => {
  const { start, closed } = fakeWorkers({ a: 1, b: 1 }, ({ setting }) => ({
    facts: { parameters: setting === "a" ? 192133 : 192134 },
    versions: {},
  }));
  await assert.rejects(
    runRounds(["a", "b"].map(contender), { rounds: 1, start }),
    /parameters must be the same but is 192133 and 192134/,
  );
  assert.deepEqual(closed, ["a", "b"]);
});

Deno.test("runRounds() lets results differ by rounding", async () => {
  const { start } = fakeWorkers({ a: 1, b: 1 }, ({ setting }) => ({
    facts: { means: setting === "a" ? [0.5, 0.25] : [0.500001, 0.25] },
    versions: {},
  }));
  await runRounds(["a", "b"].map(contender), { rounds: 1, start });
});

Deno.test("runRounds() refuses a training whose loss does not fall", async () => {
  const ready = () => ({ facts: {}, versions: {}, loss: 1 });
  const { start } = fakeWorkers({ a: 1 }, ready, () => 1.5);
  await assert.rejects(
    runRounds([contender("a")], { rounds: 2, start }),
    /its loss must fall but went from 1 to 1.5/,
  );
});

Deno.test("runRounds() ends the contenders that have started when one cannot", async () => {
  const { start, closed } = fakeWorkers({ a: 1 });
  const failing = (one: Contender) =>
    one.setting === "b" ? Promise.reject(new Error("no library")) : start(one);
  await assert.rejects(
    runRounds(["a", "b"].map(contender), { rounds: 1, start: failing }),
    /no library/,
  );
  assert.deepEqual(closed, ["a"]);
});

Deno.test("rotated() begins with another entry each round", () => {
  assert.deepEqual([0, 1, 2, 3].map((round) => rotated("xyz".split(""), round).join("")), [
    "xyz",
    "yzx",
    "zxy",
    "xyz",
  ]);
  assert.deepEqual(rotated([], 3), []);
});

Deno.test("keepsUp() waits for a second run and looks at the fastest", () => {
  const best = measurement([1, 1.1]);
  assert.equal(keepsUp(measurement([9]), [best, measurement([9])]), true);
  assert.equal(keepsUp(measurement([9, 1.2]), [best]), true);
  assert.equal(keepsUp(measurement([9, 1.4]), [best]), false);
});

function contender(setting: string): Contender {
  return { name: setting, setting, program: "none", options: {} };
}

function measurement(seconds: number[]): Measurement {
  const ready = { facts: {}, versions: {} };
  return { contender: { ...contender("x"), name: "ours" }, ready, seconds, losses: [] };
}

/** Contenders by setting, each with the seconds that it says a run took. */
function fakeWorkers(
  seconds: Record<string, number>,
  ready: (contender: Contender) => Ready = () => ({ facts: {}, versions: {} }),
  loss: () => number | undefined = () => undefined,
) {
  const turns: string[] = [];
  const closed: string[] = [];
  const start = (contender: Contender): Promise<Worker> =>
    Promise.resolve({
      ready: ready(contender),
      run() {
        turns.push(contender.setting);
        return Promise.resolve({ seconds: seconds[contender.setting]!, loss: loss() });
      },
      close() {
        closed.push(contender.setting);
        return Promise.resolve();
      },
    });
  return { start, turns, closed };
}

import assert from "node:assert/strict";
import { bestValue, findPastRuns, goalOf, metricValues } from "lib/tasks/helpers/runs/past_runs.ts";
import { pastRuns } from "../../../fixtures/tasks/past_runs.ts";

Deno.test("findPastRuns() finds runs of sweeps and of trainings, the oldest first", () => {
  const { runs, named } = pastRuns();
  assert.deepEqual(runs.map((run) => run.id).toSorted(), ["aaaa", "bbbb", "cnn-seed1"]);
  assert.ok(runs.every((run, index) => index === 0 || run.startTime >= runs[index - 1]!.startTime));
  assert.deepEqual(runs.map((run) => [run.id, run.state, run.group]).toSorted(), [
    ["aaaa", "finished", "sweep swp1"],
    ["bbbb", "unfinished", "b"],
    ["cnn-seed1", "finished", "train"],
  ]);
  assert.deepEqual(named("aaaa").config, { units: 32, rate: 0.1 });
  assert.deepEqual(named("cnn-seed1").config, { learning_rate: 0.001 });
  assert.deepEqual(metricValues(named("cnn-seed1"), "val_loss"), [0.25]);
});

Deno.test("findPastRuns() tells a training that was cut off from one that stopped by itself", () => {
  const stateOf = (stoppedEarly: boolean) => {
    const directory = Deno.makeTempDirSync();
    Deno.writeTextFileSync(`${directory}/config.json`, '{"epochs":3}');
    const history = { epochs: [{ epoch: 1, valLoss: 0.25 }], bestEpoch: 1, stoppedEarly };
    Deno.writeTextFileSync(`${directory}/history.json`, JSON.stringify(history));
    const [run] = findPastRuns(directory);
    Deno.removeSync(directory, { recursive: true });
    return run!.state;
  };
  assert.deepEqual([stateOf(true), stateOf(false)], ["finished", "unfinished"]);
});

Deno.test("bestValue() goes by the goal of the run's sweep where that has the metric", () => {
  const metric = { name: "val_mse", goal: "minimize" as const };
  const run = { ...pastRuns().named("aaaa"), metric, history: [{ val_mse: 3 }, { val_mse: 2 }] };
  assert.equal(bestValue(run, "val_mse"), 2);
  assert.equal(bestValue({ ...run, metric: undefined }, "val_mse"), 3);
  assert.deepEqual([goalOf([run], "val_mse"), goalOf([run], "score")], ["minimize", "maximize"]);
});

Deno.test("bestValue() is the least loss or the greatest score", () => {
  const { named } = pastRuns();
  assert.equal(bestValue(named("aaaa"), "val_loss"), 0.5);
  assert.equal(bestValue(named("cnn-seed1"), "val_macro_f1"), 0.9);
  assert.ok(Number.isNaN(bestValue(named("bbbb"), "val_loss")));
});

import assert from "node:assert/strict";
import { followTrial } from "lib/sweeps/runner/follow_trial.ts";
import { createRunFolder, type ReceivedRun } from "lib/wandb/mod.ts";

Deno.test("followTrial() reads the metric from the run file while it grows", () => {
  const directory = Deno.makeTempDirSync();
  const follow = followTrial(directory, { run: "abc", metric: "loss" });
  assert.deepEqual(follow().metric, []);
  assert.equal(follow().logs, false);
  const folder = createRunFolder({ id: "abc", startTime: 0, config: {} }, { directory });
  folder.log({ loss: 2, _step: 0 });
  folder.log({ other: 1, _step: 1 });
  assert.deepEqual(follow().metric, [2]);
  folder.log({ loss: 1, _step: 2 });
  folder.summarize({ loss: 0.5 });
  folder.finish(4);
  const { metric, summary, exitCode, history, fileIsWhole } = follow();
  assert.deepEqual([metric, summary, exitCode], [[2, 1], 0.5, 4]);
  assert.deepEqual([history.length, fileIsWhole], [3, true]);
  Deno.removeSync(directory, { recursive: true });
});

Deno.test("followTrial() says which value was not finite", () => {
  const directory = Deno.makeTempDirSync();
  const folder = createRunFolder({ id: "abc", startTime: 0, config: {} }, { directory });
  for (const loss of [1, null, Infinity]) folder.log({ loss });
  folder.finish(0);
  const { metric, notFinite } = followTrial(directory, { run: "abc", metric: "loss" })();
  assert.deepEqual([metric, notFinite], [[1, NaN, NaN], "loss was Infinity at iteration 3"]);
  Deno.removeSync(directory, { recursive: true });
});

Deno.test("followTrial() takes what a server has received where the file has less", () => {
  const received = {
    history: [{ loss: 3 }, { loss: 2 }],
    summary: { loss: 2 },
  } as unknown as ReceivedRun;
  const options = { run: "abc", metric: "loss", received: () => received };
  const { metric, summary, fileIsWhole } = followTrial("/nowhere", options)();
  assert.deepEqual([metric, summary, fileIsWhole], [[3, 2], 2, false]);
});

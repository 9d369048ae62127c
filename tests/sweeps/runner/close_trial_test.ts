import assert from "node:assert/strict";
import { closeTrial } from "lib/sweeps/runner/close_trial.ts";
import { Float } from "lib/sweeps/configuration/float.ts";
import { noProgress } from "lib/sweeps/runner/follow_trial.ts";
import { trialFiles, writeTrialFiles } from "lib/sweeps/runner/trial_files.ts";
import { createRunFolder, findRunFiles, readRun } from "lib/wandb/mod.ts";

const trial = {
  run: "abc",
  number: 1,
  parameters: { x: new Float(0.5), net: { n: 1 } },
  startTime: 1e12,
};

function close(exitCode: string | undefined) {
  const directory = Deno.makeTempDirSync();
  const files = trialFiles(directory, { sweepId: "swp1", run: "abc" });
  writeTrialFiles(files, trial.parameters);
  Deno.writeTextFileSync(files.console, "hello\n");
  if (exitCode) Deno.writeTextFileSync(files.exitCode, exitCode);
  const progress = noProgress;
  const options = { files, progress, directory, sweepId: "swp1", project: "demo" };
  const outcomes = [closeTrial(trial, options), closeTrial(trial, options)];
  const paths = findRunFiles(directory);
  const log = readRun(paths[0]!);
  Deno.removeSync(directory, { recursive: true });
  return { outcomes, paths, log };
}

Deno.test("closeTrial() writes the run folder of a program without W&B, once", () => {
  const { outcomes, paths, log } = close("3\n");
  assert.equal(paths.length, 1);
  assert.deepEqual(outcomes.map((outcome) => outcome.why), ["exit code 3", "exit code 3"]);
  assert.deepEqual([log.run.sweepId, log.run.project, log.console, log.exitCode], [
    "swp1",
    "demo",
    "hello\n",
    3,
  ]);
  assert.deepEqual({ ...log.run.config, _wandb: undefined }, {
    x: 0.5,
    net: { n: 1 },
    _wandb: undefined,
  });
});

Deno.test("closeTrial() gives a trial that was killed the exit code 255", () => {
  assert.equal(close(undefined).log.exitCode, 255);
});

Deno.test("closeTrial() puts a whole folder in the place of one that a killed client left", () => {
  const directory = Deno.makeTempDirSync();
  const files = trialFiles(directory, { sweepId: "swp1", run: "abc" });
  writeTrialFiles(files, trial.parameters);
  const left = createRunFolder({ id: "abc", startTime: 2e12, config: {} }, {
    directory,
    online: true,
  });
  Deno.truncateSync(`${left.path}/run-abc.wandb`, 7); // the header, as Python's client leaves it
  const progress = {
    ...noProgress,
    metric: [1, 2],
    history: [{ loss: 1 }, { loss: 2 }],
    logs: true,
  };
  closeTrial(trial, { files, progress, directory, sweepId: "swp1", project: "demo" });
  const paths = findRunFiles(directory);
  assert.equal(paths.length, 1);
  assert.deepEqual(readRun(paths[0]!).history.map((row) => row.loss), [1, 2]);
  Deno.removeSync(directory, { recursive: true });
});

Deno.test("closeTrial() names the folder of a run that logged to this machine only for wandb sync", () => {
  for (const live of [false, true]) {
    const directory = Deno.makeTempDirSync();
    const files = trialFiles(directory, { sweepId: "swp1", run: "abc" });
    writeTrialFiles(files, trial.parameters);
    createRunFolder({ id: "abc", startTime: 2e12, config: {} }, { directory, online: true }).finish(
      0,
    );
    const progress = { ...noProgress, logs: true, fileIsWhole: true };
    closeTrial(trial, { files, progress, directory, sweepId: "swp1", project: "demo", live });
    assert.match(findRunFiles(directory)[0]!, live ? /\/run-\d/ : /\/offline-run-\d/);
    Deno.removeSync(directory, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { readRun } from "lib/wandb/read_run.ts";
import { createRunFolder } from "lib/wandb/run_folder.ts";

const startTime = Date.now() - 5000;
const identity = {
  id: "abc",
  project: "demo",
  startTime,
  config: { units: 64, opt: { rate: 0.1 } },
};

Deno.test("createRunFolder() writes the log and the files of a W&B run", () => {
  const directory = Deno.makeTempDirSync();
  const folder = createRunFolder(identity, { directory });
  assert.match(folder.path, /\/wandb\/offline-run-\d{8}_\d{6}-abc$/);
  folder.log({ loss: 0.5, _step: 0 });
  folder.log({ loss: NaN, _step: 1 });
  folder.console("hello\n");
  folder.console("bad\n", "stderr");
  folder.summarize({ best: 0.5 });
  folder.finish(3);
  const log = readRun(`${folder.path}/run-abc.wandb`);
  assert.deepEqual(log.history, [{ loss: 0.5, _step: 0 }, { loss: NaN, _step: 1 }]);
  assert.deepEqual(log.summary, { loss: NaN, _step: 1, best: 0.5 });
  assert.deepEqual([log.console, log.exitCode, log.seconds], ["hello\nbad\n", 3, 5]);
  const file = (name: string) => Deno.readTextFileSync(`${folder.path}/files/${name}`);
  assert.equal(file("config.yaml"), "units:\n  value: 64\nopt:\n  value:\n    rate: 0.1\n");
  assert.equal(file("wandb-summary.json"), '{"loss":NaN,"_step":1,"best":0.5}');
  assert.equal(file("output.log"), "hello\nbad\n");
  assert.equal(
    JSON.parse(file("wandb-metadata.json")).startedAt,
    new Date(startTime).toISOString(),
  );
  Deno.removeSync(directory, { recursive: true });
});

Deno.test("createRunFolder() has every row in the file at once, and no exit code before the end", () => {
  const directory = Deno.makeTempDirSync();
  const folder = createRunFolder(identity, { directory, online: true });
  folder.log({ loss: 1, _step: 0 });
  const log = readRun(`${folder.path}/run-abc.wandb`);
  assert.equal(log.history.length, 1);
  assert.equal(log.exitCode, undefined);
  assert.match(folder.path, /\/wandb\/run-/);
  folder.finish(0);
  Deno.removeSync(directory, { recursive: true });
});

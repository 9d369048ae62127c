// With the real W&B client: set ECG_WANDB to a Python that has it (pip install wandb).
import assert from "node:assert/strict";
import { createRun } from "lib/wandb/create_run.ts";
import { findRunFiles, readRun } from "lib/wandb/read_run.ts";
import { serveRuns } from "lib/wandb/serve_runs.ts";
import { python, runClient, runPython } from "../fixtures/wandb/client.ts";

const ignore = !python;

Deno.test({
  name: "`wandb sync` uploads everything of a run folder of createRun()",
  ignore,
}, async () => {
  const server = serveRuns();
  const directory = Deno.makeTempDirSync();
  const run = await createRun({
    entity: "me",
    name: "a run",
    config: { rate: 1e-5, net: { depth: 3 }, "a.b": [1, 2] },
    directory,
    environment: { WANDB_MODE: "offline", WANDB_SWEEP_ID: "swp1", WANDB_PROJECT: "demo" },
  });
  for (let epoch = 0; epoch < 40; epoch++) {
    const loss = epoch === 3 ? NaN : 1 / (epoch + 1);
    run.log({ "val/loss": loss, "v.x": epoch, pad: "x".repeat(2000) });
  }
  run.console("hello\n");
  run.console("bad\n", "stderr");
  run.summarize({ best: 0.25 });
  await run.finish(3);
  await runClient(["sync", run.directory], { server, cwd: directory });
  const { project, sweepId, displayName, exitCode, ...received } = server.runs.get(run.id)!;
  assert.deepEqual([project, sweepId, displayName, exitCode], ["demo", "swp1", "a run", 3]);
  const { _wandb, ...config } = received.config;
  assert.deepEqual(config, {
    rate: { value: 1e-5 },
    net: { value: { depth: 3 } },
    "a.b": { value: [1, 2] },
  });
  assert.deepEqual(received.history, readRun(`${run.directory}/run-${run.id}.wandb`).history);
  assert.deepEqual([received.summary.best, received.summary["v.x"]], [0.25, 39]);
  assert.match(received.console.join("\n"), /hello\n.*ERROR .*bad/);
  assert.match(received.files["wandb-metadata.json"]!, /"program"/);
  await server.close();
  Deno.removeSync(directory, { recursive: true });
});

Deno.test({ name: "readRun() reads what a Python program logs offline", ignore }, async () => {
  const server = serveRuns();
  const directory = Deno.makeTempDirSync();
  const parameters = `${directory}/parameters.yaml`;
  Deno.writeTextFileSync(parameters, "wandb_version: 1\n\nrate:\n  value: 1.0e-05\n");
  const program = `import wandb
run = wandb.init()
for epoch in range(3): run.log({"loss": run.config["rate"] * epoch})`;
  const environment = {
    WANDB_MODE: "offline",
    WANDB_RUN_ID: "py1",
    WANDB_SWEEP_ID: "swp1",
    WANDB_SWEEP_PARAM_PATH: parameters,
  };
  await runPython(["-c", program], { server, cwd: directory, environment });
  const log = readRun(findRunFiles(directory, { id: "py1" })[0]!);
  assert.deepEqual(log.history.map((row) => row.loss), [0, 1e-5, 2e-5]);
  assert.deepEqual([log.run.sweepId, log.run.config.rate, log.exitCode], ["swp1", 1e-5, 0]);
  await server.close();
  Deno.removeSync(directory, { recursive: true });
});

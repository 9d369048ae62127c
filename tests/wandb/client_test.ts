import assert from "node:assert/strict";
import { createRun } from "lib/wandb/create_run.ts";
import { findRunFiles, readRun } from "lib/wandb/read_run.ts";
import { clientRoom, python, wandbCommand } from "../fixtures/wandb/client.ts";

const ignore = !python;

Deno.test(
  { name: "`wandb sync` uploads everything of a run folder of createRun()", ignore },
  async () => {
    const room = clientRoom();
    const { directory } = room;
    const environment = { WANDB_MODE: "offline", WANDB_SWEEP_ID: "swp1", WANDB_PROJECT: "demo" };
    const run = await createRun({
      entity: "me",
      name: "a run",
      config: { rate: 1e-5, net: { depth: 3 }, "a.b": [1, 2] },
      directory,
      environment,
    });
    for (let epoch = 0; epoch < 40; epoch++) {
      run.log({
        "val/loss": epoch === 3 ? NaN : 1 / (epoch + 1),
        "v.x": epoch,
        pad: "x".repeat(2000),
      });
    }
    run.console("hello\n");
    run.console("bad\n", "stderr");
    run.summarize({ best: 0.25 });
    await run.finish(3);
    await room.run(wandbCommand(["sync", run.directory]));
    const received = room.server.runs.get(run.id)!;
    assert.deepEqual(
      [received.project, received.sweepId, received.displayName, received.exitCode],
      [
        "demo",
        "swp1",
        "a run",
        3,
      ],
    );
    const config = {
      rate: { value: 1e-5 },
      net: { value: { depth: 3 } },
      "a.b": { value: [1, 2] },
    };
    assert.deepEqual({ ...received.config, _wandb: undefined }, { ...config, _wandb: undefined });
    assert.deepEqual(received.history, readRun(`${run.directory}/run-${run.id}.wandb`).history);
    assert.deepEqual([received.summary.best, received.summary["v.x"]], [0.25, 39]);
    assert.match(received.console.join("\n"), /hello\n.*ERROR .*bad/);
    assert.match(received.files["wandb-metadata.json"]!, /"program"/);
    await room.close();
  },
);

Deno.test(
  { name: "readRun() reads what an unmodified Python program logs offline", ignore },
  async () => {
    const room = clientRoom();
    const parameters = `${room.directory}/parameters.yaml`;
    Deno.writeTextFileSync(parameters, "wandb_version: 1\n\nrate:\n  value: 1.0e-05\n");
    const program = `import wandb
run = wandb.init()
for epoch in range(3): run.log({"loss": run.config["rate"] * epoch})`;
    await room.run([python!, "-c", program], {
      WANDB_MODE: "offline",
      WANDB_RUN_ID: "py1",
      WANDB_SWEEP_ID: "swp1",
      WANDB_SWEEP_PARAM_PATH: parameters,
    });
    const [path] = findRunFiles(room.directory, { id: "py1" });
    const log = readRun(path!);
    assert.deepEqual(log.history.map((row) => row.loss), [0, 1e-5, 2e-5]);
    assert.deepEqual([log.run.sweepId, log.run.config.rate, log.exitCode], ["swp1", 1e-5, 0]);
    await room.close();
  },
);

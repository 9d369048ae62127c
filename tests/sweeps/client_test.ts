// With the real W&B client: set ECG_WANDB to a Python that has it (pip install wandb).
import assert from "node:assert/strict";
import { findRunFiles, type RunServer, serveRuns } from "lib/wandb/mod.ts";
import { sweepRoom, toySweep } from "../fixtures/sweeps/room.ts";
import { serveSweep } from "../fixtures/sweeps/sweep_server.ts";
import { python, runClient } from "../fixtures/wandb/client.ts";

const ignore = !python;

/** An unmodified Python program: it knows nothing of the runner. */
const program = `import time, wandb
run = wandb.init(project="mine", config={"x": 0.5, "epochs": 3})
for epoch in range(run.config.epochs):
    run.log({"val_loss": (run.config.x - 0.3) ** 2 + 1 / (epoch + 1)})
    time.sleep(run.config.get("pause", 0))
`;

function pythonSweep(directory: string, top: string, parameters: string): string {
  Deno.writeTextFileSync(`${directory}/train.py`, program);
  const command = JSON.stringify([python, "${program}", "${args}"]);
  return `program: ${directory}/train.py\ncommand: ${command}\n${top}\nparameters: ${parameters}\n`;
}

/** `wandb sync` of every run folder. */
function syncAll(directory: string, server: RunServer): Promise<void> {
  const folders = findRunFiles(directory).map((path) => path.slice(0, path.lastIndexOf("/")));
  return runClient(["sync", ...folders], { server, cwd: directory });
}

Deno.test(
  { name: "an unmodified Python program is swept without an account", ignore },
  async () => {
    using room = sweepRoom();
    const text = pythonSweep(
      room.directory,
      "method: grid\nmetric: {name: val_loss}",
      "{x: {values: [0.1, 0.3]}, opt: {parameters: {rate: {value: 1.0e-5}}}}",
    );
    const { runs, best, sweepId } = await room.run(text, { jobs: 2 });
    assert.deepEqual(runs.map(({ state, metric }) => [state, metric.length]), [["finished", 3], [
      "finished",
      3,
    ]]);
    assert.ok(Math.abs(best!.value - 1 / 3) < 1e-12);
    const server = serveRuns();
    await syncAll(room.directory, server);
    const uploaded = [...server.runs.values()];
    assert.deepEqual(uploaded.map((run) => [run.sweepId, run.history.length, run.exitCode]), [
      [sweepId, 3, 0],
      [sweepId, 3, 0],
    ]);
    assert.deepEqual(uploaded[0]!.config.opt, { value: { rate: 1e-5 } });
    await server.close();
  },
);

Deno.test(
  { name: "hyperband stops an unmodified Python program while it runs", ignore },
  async () => {
    using room = sweepRoom();
    const text = pythonSweep(
      room.directory,
      "method: grid\nmetric: {name: val_loss}\nearly_terminate: {type: hyperband, min_iter: 2, eta: 2}",
      "{x: {values: [0.3, 0.5, 3.0]}, pause: {value: 0.3}, epochs: {value: 12}}",
    );
    const { trials } = await room.run(text, { jobs: 3 });
    const stopped = trials.filter((trial) => trial.stop?.cause === "early");
    assert.ok(stopped.length > 0, "at least the worst is stopped");
    for (const { outcome } of stopped) {
      assert.deepEqual([outcome!.state, outcome!.exitCode], ["killed", 143]);
      assert.ok(outcome!.metric.length >= 2 && outcome!.metric.length < 12);
    }
    assert.ok(trials.some((trial) => trial.outcome!.metric.length === 12));
    const server = serveRuns();
    await syncAll(room.directory, server);
    assert.equal(server.runs.size, 3);
    await server.close();
  },
);

Deno.test(
  { name: "`wandb sync` uploads every folder of a sweep of this project's runs", ignore },
  async () => {
    using room = sweepRoom();
    const { runs, sweepId } = await room.run(
      toySweep(
        "method: grid\nmetric: {name: val_loss}",
        "x: {values: [0.1, 0.3]}\ndo: {values: [exit, none]}",
      ),
      { jobs: 2 },
    );
    const server = serveRuns();
    await syncAll(room.directory, server);
    for (const { id, metric } of runs) {
      const received = server.runs.get(id)!;
      assert.deepEqual(received.history.map((row) => row.val_loss), metric);
      assert.equal(received.sweepId, sweepId);
      assert.match(received.console.join("\n"), /trial of/);
    }
    assert.deepEqual(runs.map(({ id }) => server.runs.get(id)!.exitCode), [3, 3, 0, 0]);
    await server.close();
  },
);

Deno.test(
  { name: "`wandb agent` starts trials that report as its runs and obey its stop", ignore },
  async () => {
    using room = sweepRoom();
    const operations: unknown[] = [];
    const server = serveSweep({
      runs: 2,
      stop: (run) => run === "agent2",
      onRequest: ({ operation }) => operations.push(operation),
    });
    const text = toySweep(
      "method: grid\nproject: demo\nentity: me\nmetric: {name: val_loss}",
      "epochs: {values: [2, 400]}\npause: {value: 100}\nx: {value: 0.1}",
    );
    const file = `${room.directory}/sweep.yaml`;
    Deno.writeTextFileSync(file, text);
    const options = { server, cwd: room.directory };
    await runClient(["sweep", file], options);
    await runClient(["agent", "me/demo/swp1"], options);
    const [first, second] = [...server.runs.values()];
    assert.deepEqual([first!.id, first!.sweepId, first!.exitCode], ["agent1", "swp1", 0]);
    assert.deepEqual([first!.config.epochs, first!.history.length], [{ value: 2 }, 2]);
    assert.deepEqual([second!.id, second!.sweepId, second!.exitCode], ["agent2", "swp1", 0]);
    assert.ok(second!.history.length > 0 && second!.history.length < 400);
    assert.ok(
      ["UpsertSweep", "CreateAgent", "Heartbeat", "UpsertBucket"].every((o) =>
        operations.includes(o)
      ),
    );
    await server.close();
  },
);

import assert from "node:assert/strict";
import { toPlain } from "lib/sweeps/configuration/float.ts";
import { findRunFiles, readRun, serveRuns } from "lib/wandb/mod.ts";
import { sweepRoom, toySweep } from "../../fixtures/sweeps/room.ts";

const metric = "metric: {name: val_loss}";

Deno.test("runSweep() runs every combination of a grid, two at once, each with its W&B folder", async () => {
  using room = sweepRoom();
  let most = 0;
  const text = toySweep(`method: grid\nproject: toys\n${metric}`, "x: {values: [0.1, 0.3, 0.9]}");
  const status = await room.run(text, {
    jobs: 2,
    onChange: ({ trials }) => most = Math.max(most, trials.filter((t) => !t.outcome).length),
  });
  assert.deepEqual(status.runs.map((run) => [toPlain(run.parameters.x!), run.state]), [
    [0.1, "finished"],
    [0.3, "finished"],
    [0.9, "finished"],
  ]);
  assert.equal(most, 2);
  assert.equal(toPlain(status.best!.run.parameters.x!), 0.3);
  assert.equal(status.ending, "every combination is taken");
  for (const { id, metric, parameters } of status.runs) {
    const log = readRun(findRunFiles(room.directory, { id })[0]!);
    assert.deepEqual(log.history.map((row) => row.val_loss), metric);
    assert.deepEqual([log.run.sweepId, log.run.project, log.exitCode], [status.sweepId, "toys", 0]);
    assert.equal(log.run.config.x, toPlain(parameters.x!));
    assert.match(log.console, /trial of 0\.\d/);
  }
});

Deno.test("runSweep() marks trials that crash, exit, log NaN, hang or ignore signals, and goes on", async () => {
  using room = sweepRoom();
  const { trials } = await room.run(
    toySweep(
      `method: grid\n${metric}`,
      "do: {values: [crash, exit, nan, hang, ignore, none]}\nx: {value: 0.5}",
    ),
    { jobs: 2, timeLimit: 1500, grace: 300 },
  );
  assert.deepEqual(
    trials.map((t) => `${t.parameters.do}: ${t.outcome?.state} ${t.outcome?.why ?? ""}`),
    [
      "crash: failed exit code 1",
      "exit: failed exit code 3",
      "nan: failed val_loss was NaN at iteration 2",
      "hang: failed took longer than 1.5 s",
      "ignore: failed took longer than 1.5 s",
      "none: finished ",
    ],
  );
});

Deno.test("runSweep() stops a running trial that hyperband gives up", async () => {
  using room = sweepRoom();
  const { trials } = await room.run(toySweep(
    `method: grid\n${metric}\nearly_terminate: {type: hyperband, min_iter: 2, eta: 2}`,
    "epochs: {value: 6}\npause: {value: 150}\nx: {values: [0.3, 0.5, 3.0]}",
  ));
  assert.deepEqual(trials.map((trial) => trial.outcome?.why), [
    undefined,
    undefined,
    "stopped early",
  ]);
  const { state, metric: values } = trials[2]!.outcome!;
  assert.equal(state, "finished"); // the toy ends cleanly when it is told to
  assert.ok(values.length >= 2 && values.length < 6, `${values.length} epochs`);
});

Deno.test("runSweep() ends at the run cap, and at the target", async () => {
  using room = sweepRoom();
  const capped = await room.run(
    toySweep(`method: random\n${metric}\nrun_cap: 2`, "x: {min: 0.0, max: 1.0}"),
  );
  assert.deepEqual([capped.runs.length, capped.ending], [2, "the run cap of 2 is reached"]);
  using second = sweepRoom();
  const top = "method: grid\nmetric: {name: val_loss, target: 0.5}";
  const reached = await second.run(toySweep(top, "x: {values: [0.9, 0.3, 0.1]}"));
  assert.deepEqual([reached.runs.length, reached.ending], [
    2,
    "val_loss has reached the target 0.5",
  ]);
});

Deno.test("runSweep() sweeps any command and judges it by its exit code", async () => {
  using room = sweepRoom();
  const { trials, sweepId } = await room.run(
    `
method: grid
command: [sh, -c, 'echo "$@"; cat "$WANDB_SWEEP_PARAM_PATH"; exit $WANT', sh, "\${args}"]
parameters:
  flag: {value: true}
  none: {value: null}
  rate: {values: [0.00001]}
  net: {parameters: {depth: {value: 3}, drop: {value: 0.5}}}
`,
    { environment: { PATH: Deno.env.get("PATH"), WANT: "4" } },
  );
  assert.equal(trials[0]!.outcome!.why, "exit code 4");
  const log = readRun(findRunFiles(room.directory)[0]!);
  assert.deepEqual(log.console.split("\n").slice(0, 3), [
    "--flag=True --none=None --rate=1e-05 --net={'depth': 3, 'drop': 0.5}",
    "wandb_version: 1",
    "",
  ]);
  assert.match(
    log.console,
    /"rate":\n {2}value: 1\.0e-05\n"net":\n {2}value: {"depth": 3, "drop": 0\.5}\n/,
  );
  assert.deepEqual([log.run.sweepId, log.exitCode], [sweepId, 4]);
});

Deno.test("runSweep() starts the default command where the file names no program", async () => {
  using room = sweepRoom();
  const defaultCommand = ["sh", "-c", 'echo "default $0"', "${args_json}"];
  const { runs } = await room.run("method: grid\nparameters: {x: {values: [1]}}", {
    defaultCommand,
  });
  assert.match(
    readRun(findRunFiles(room.directory, { id: runs[0]!.id })[0]!).console,
    /default {"x": 1}/,
  );
});

Deno.test("runSweep() gives up when the first five trials fail", async () => {
  using room = sweepRoom();
  const text = "method: random\ncommand: [sh, -c, 'exit 2']\nparameters: {x: {min: 0.0, max: 1.0}}";
  const { runs, ending } = await room.run(text);
  assert.equal(runs.length, 5);
  assert.equal(ending, "the first 5 trials failed, the last with: exit code 2");
});

Deno.test("runSweep() ends trials when it is interrupted and repeats just those when it goes on", async () => {
  using room = sweepRoom();
  const text = toySweep(
    `method: grid\n${metric}`,
    "x: {values: [0.1, 0.2, 0.3]}\npause: {value: 100}",
  );
  const interrupt = new AbortController();
  const first = await room.run(text, {
    interrupt: interrupt.signal,
    onChange: ({ runs }) => runs.length === 2 && runs[1]!.metric.length > 0 && interrupt.abort(),
  });
  assert.deepEqual(first.trials.map((trial) => trial.outcome?.state), ["finished", "interrupted"]);
  const { trials, runs, sweepId } = await room.run(text, { resume: true });
  assert.equal(sweepId, first.sweepId);
  assert.equal(trials[2]!.repeats, trials[1]!.run);
  assert.deepEqual(runs.map((run) => [toPlain(run.parameters.x!), run.state]), [
    [0.1, "finished"],
    [0.2, "finished"],
    [0.3, "finished"],
  ]);
});

Deno.test("runSweep() knows when trials ended that a killed runner left behind", async () => {
  using room = sweepRoom();
  const text = "method: grid\ncommand: ['true']\nparameters: {x: {values: [1, 2]}}";
  const { trials: [first, second] } = await room.run(text);
  const journal = `${room.directory}/journal.jsonl`;
  const lines = Deno.readTextFileSync(journal).split("\n").filter((line) => !/"end"/.test(line));
  const hour = 3600_000; // the runner was killed two hours ago
  Deno.writeTextFileSync(
    journal,
    lines.join("\n").replaceAll(/(?<="time":)\d+/g, (time) => `${Number(time) - 2 * hour}`),
  );
  const filesOf = (run: string) => `${room.directory}/trials/${run}`;
  const [ended, printed] = [first!.startTime - 1.5 * hour, second!.startTime - hour];
  Deno.utimeSync(`${filesOf(first!.run)}/exit_code`, new Date(ended), new Date(ended));
  Deno.removeSync(`${filesOf(second!.run)}/exit_code`);
  Deno.removeSync(`${room.directory}/wandb`, { recursive: true });
  Deno.utimeSync(`${filesOf(second!.run)}/console.log`, new Date(printed), new Date(printed));
  const { trials } = await room.run(text, { resume: true });
  assert.deepEqual(
    trials.map(({ outcome, endTime }) => [outcome?.state, endTime]).slice(0, 2),
    [["finished", ended], ["interrupted", printed]],
  );
});

Deno.test("runSweep() lets trials log live where it is given a server, in the server's sweep", async () => {
  using room = sweepRoom();
  const server = serveRuns();
  const { runs } = await room.run(toySweep(`method: grid\n${metric}`, "x: {values: [0.1, 0.3]}"), {
    server: { baseUrl: server.baseUrl, apiKey: server.apiKey },
    makeId: () => Promise.resolve("theirs"),
    jobs: 2,
  });
  for (const { id, metric } of runs) {
    const received = server.runs.get(id)!;
    assert.deepEqual([received.sweepId, received.exitCode], ["theirs", 0]);
    assert.deepEqual(received.history.map((row) => row.val_loss), metric);
  }
  await server.close();
});

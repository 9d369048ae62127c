import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readEvents } from "lib/sweeps/runner/journal.ts";
import { trialsOf } from "lib/sweeps/runner/trials_of.ts";
import { findRunFiles, readRun } from "lib/wandb/mod.ts";
import { sweepRoom } from "../fixtures/sweeps/room.ts";

const task = new URL("../../lib/tasks/sweep.ts", import.meta.url).pathname;

/** Starts `deno task sweep FILE --resume` as a process of its own. */
function startRunner(file: string, directory: string) {
  const args = [
    "run",
    "-A",
    "--no-check",
    task,
    file,
    "--dir",
    directory,
    "--jobs",
    "2",
    "--resume",
  ];
  return new Deno.Command(Deno.execPath(), { args, stdout: "null", stderr: "piped" }).spawn();
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

Deno.test("a runner killed again and again loses no finished run and repeats none", async () => {
  using room = sweepRoom();
  const file = `${room.directory}/sweep.yaml`;
  Deno.writeTextFileSync(
    file,
    `method: grid
command: [sh, -c, 'sleep "0.\${0#x=}"; echo "ran $0"', "\${args_no_hyphens}"]
parameters: {x: {values: [10, 20, 30, 40, 50, 60]}}
`,
  );
  const finished = new Set<string>();
  let kills = 0;
  for (let wait = 350;; wait += 60) {
    const runner = startRunner(file, room.directory);
    const ended = runner.output();
    const first = await Promise.race([ended, pause(wait)]);
    if (first) {
      assert.equal(first.code, 0, new TextDecoder().decode(first.stderr));
      break;
    }
    runner.kill("SIGKILL");
    await ended;
    kills++;
    if (kills % 2) await pause(400); // trials may end while there is no runner
    for (const trial of readTrials(room.directory)) {
      if (trial.outcome?.state === "finished") finished.add(trial.run);
    }
  }
  const trials = readTrials(room.directory);
  const done = trials.filter((trial) => trial.outcome?.state === "finished");
  assert.ok(kills >= 2, `${kills} kills`);
  assert.deepEqual(done.map((trial) => trial.parameters.x).sort(), [10, 20, 30, 40, 50, 60]);
  assert.ok([...finished].every((run) => done.some((trial) => trial.run === run)));
  for (const { run, outcome, stop } of trials) {
    assert.ok(outcome, "every trial has ended");
    const code = await Deno.readTextFile(`${room.directory}/trials/${run}/exit_code`).catch(() =>
      ""
    );
    if (code === "0\n" && !stop) assert.equal(outcome.state, "finished");
    const [path] = findRunFiles(room.directory, { id: run });
    if (outcome.state === "finished") assert.match(readRun(path!).console, /ran x=\d0/);
  }
});

Deno.test("a trial killed from outside has failed, and the sweep goes on", async () => {
  using room = sweepRoom();
  const text = `method: grid
command: [sh, -c, 'if [ $0 = x=1 ]; then kill -9 $$; fi', "\${args_no_hyphens}"]
parameters: {x: {values: [1, 2]}}`;
  const { trials } = await room.run(text);
  assert.deepEqual(trials.map((trial) => [trial.outcome?.state, trial.outcome?.why]), [
    ["failed", "ended by signal 9"],
    ["finished", undefined],
  ]);
});

Deno.test("what a trial started does not outlive it", async () => {
  using room = sweepRoom();
  const left = `${room.directory}/left`;
  await room.run(`method: grid
command: [sh, -c, 'sleep 60 & echo $! > ${left}']
parameters: {x: {value: 1}}`);
  const pid = Number(Deno.readTextFileSync(left));
  for (let look = 0; isRunning(pid) && look < 200; look++) await pause(10);
  assert.ok(!isRunning(pid));
});

Deno.test("a runner that ends by an error ends its trials", async () => {
  using room = sweepRoom();
  const note = `${room.directory}/trial`;
  const text = `method: grid
command: [sh, -c, 'echo $$ > ${note}; exec sleep 60']
parameters: {x: {value: 1}}`;
  const isThere = () => existsSync(note) && Deno.readTextFileSync(note) !== "";
  const onChange = () => {
    if (isThere()) throw new Error("no room on the disk");
  };
  await assert.rejects(room.run(text, { onChange }), /no room on the disk/);
  const pid = Number(Deno.readTextFileSync(note));
  for (let look = 0; isRunning(pid) && look < 200; look++) await pause(10);
  assert.ok(!isRunning(pid));
});

/** A process that has ended may wait for its parent to ask. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(Deno.readTextFileSync(`/proc/${pid}/status`));
  } catch {
    return false;
  }
}

Deno.test("SIGINT lets the runner end its trials and say how to go on", async () => {
  using room = sweepRoom();
  const file = `${room.directory}/sweep.yaml`;
  Deno.writeTextFileSync(
    file,
    "method: grid\ncommand: [sleep, '30']\nparameters: {x: {value: 1}}\n",
  );
  const args = ["run", "-A", "--no-check", task, file, "--dir", room.directory];
  const runner = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
  while (readTrials(room.directory).length === 0) await pause(20);
  runner.kill("SIGINT");
  const { code, stdout } = await runner.output();
  assert.equal(code, 130);
  assert.match(
    new TextDecoder().decode(stdout),
    /^interrupted: .*\nContinue with: deno task sweep .* --resume$/m,
  );
  assert.equal(readTrials(room.directory)[0]!.outcome?.state, "interrupted");
});

/** The trials in the journal of a sweep, also while a runner has it open. */
function readTrials(directory: string) {
  const path = `${directory}/journal.jsonl`;
  try {
    return trialsOf(readEvents(Deno.readTextFileSync(path), path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

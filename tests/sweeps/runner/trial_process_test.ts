import assert from "node:assert/strict";
import { trialFiles, writeTrialFiles } from "lib/sweeps/runner/trial_files.ts";
import { endOrphan, startTrial, trialExitCode } from "lib/sweeps/runner/trial_process.ts";

/** Starts a shell script as a trial in a new directory. */
function start(script: string) {
  const directory = Deno.makeTempDirSync();
  const files = trialFiles(directory, { sweepId: "s", run: "abc" });
  writeTrialFiles(files, {});
  const environment = { PATH: Deno.env.get("PATH")!, WHO: "me" };
  const trial = startTrial(["sh", "-c", script], { files, environment });
  const cleanUp = () => Deno.removeSync(directory, { recursive: true });
  return { ...trial, files, cleanUp };
}

/** Waits until the console of a trial has a text. */
async function until(path: string, text: string): Promise<void> {
  for (;;) {
    const found = await Deno.readTextFile(path).catch(() => "");
    if (found.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

Deno.test("startTrial() keeps console and exit code in files, with the given environment only", async () => {
  const trial = start('echo "$WHO $HOME"; echo bad >&2; exit 7');
  await trial.ended;
  assert.equal(trialExitCode(trial.files), 7);
  assert.equal(Deno.readTextFileSync(trial.files.console), "me \nbad\n");
  trial.cleanUp();
});

Deno.test("startTrial() signals the trial and what it started, and notes the exit code after", async () => {
  const trial = start("trap 'exit 5' TERM; sh -c 'echo ready; sleep 60'");
  await until(trial.files.console, "ready");
  assert.equal(trialExitCode(trial.files), undefined);
  trial.signal("SIGTERM");
  await trial.ended;
  assert.equal(trialExitCode(trial.files), 5);
  trial.signal("SIGTERM"); // of no effect, and no error
  trial.cleanUp();
});

Deno.test("startTrial() leaves no exit code when the whole group is killed", async () => {
  const trial = start("echo ready; sleep 60");
  await until(trial.files.console, "ready");
  trial.signal("SIGKILL");
  await trial.ended;
  assert.equal(trialExitCode(trial.files), undefined);
  trial.cleanUp();
});

Deno.test("endOrphan() ends a trial by its files, hard where it does not want to", async () => {
  const trial = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
  await until(trial.files.console, "ready");
  await endOrphan(trial.files, { grace: 200 });
  await trial.ended;
  assert.equal(trialExitCode(trial.files), undefined);
  trial.cleanUp();
});

Deno.test("endOrphan() tells a trial once, for a second signal may mean at once", async () => {
  const trial = start(
    "trap 'echo told' TERM; echo ready; for i in 1 2 3 4 5 6; do sleep 0.1; done",
  );
  await until(trial.files.console, "ready");
  await endOrphan(trial.files, { grace: 5000 });
  const console = Deno.readTextFileSync(trial.files.console);
  assert.equal(console.match(/told/g)?.length, 1);
  await trial.ended;
  trial.cleanUp();
});

Deno.test("endOrphan() leaves a process alone that only has the same number", async () => {
  const trial = start("exit 0");
  await trial.ended;
  Deno.writeTextFileSync(trial.files.pid, String(Deno.pid));
  await endOrphan(trial.files, { grace: 0 });
  trial.cleanUp();
});

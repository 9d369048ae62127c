import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findRunFiles, readRun } from "lib/wandb/mod.ts";

/** A training of a small CNN on a few synthetic rows, as a user calls it. */
async function command(directory: string, args: string[], env: Record<string, string> = {}) {
  const small = ["--filters=4", "--kernels=3", "--dense=6", "--limit=300"];
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "lib/tasks/train.ts", "cnn", ...small, ...args],
    env: { ...env, ECG_DATA: await syntheticRecords(), ECG_RUNS: directory },
    stdout: "piped",
    stderr: "piped",
  });
}

/** One of two epochs, to its end. */
async function train(directory: string, args: string[], env?: Record<string, string>) {
  const training = await command(directory, ["--epochs=2", ...args], env);
  const { code, stdout, stderr } = await training.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

let records: string | undefined;
async function syntheticRecords(): Promise<string> {
  if (records) return records;
  const { writeSyntheticRecords } = await import("lib/sources/mod.ts");
  records = await Deno.makeTempDir();
  await writeSyntheticRecords(records);
  return records;
}

Deno.test("deno task train keeps model, configuration and history, and says so as JSON", async () => {
  const directory = await Deno.makeTempDir();
  const { code, stdout, stderr } = await train(directory, ["--json", "--seed=4"]);
  assert.equal(code, 0, stderr);
  const result = JSON.parse(stdout);
  assert.equal(result.epochs, 2);
  const files = [...Deno.readDirSync(result.directory)].map(({ name }) => name).sort();
  assert.deepEqual(files, [
    "checkpoint.bin",
    "config.json",
    "history.json",
    "model.json",
    "weights.bin",
  ]);
  const config = JSON.parse(await Deno.readTextFile(join(result.directory, "config.json")));
  assert.deepEqual([config.family, config.seed, config.rows, config.filters], ["cnn", 4, 300, [4]]);
  assert.equal(config.source.synthetic, true);
  assert.deepEqual(config.unusedKernels, []);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("a training whose process is killed and that is resumed ends in the same weights", async () => {
  const directory = await Deno.makeTempDir();
  const training = async (name: string, ...more: string[]) => {
    return await command(directory, ["--epochs=9", "--out", join(directory, name), ...more]);
  };
  const weights = (name: string) => Deno.readFile(join(directory, name, "weights.bin"));
  assert.ok((await (await training("whole")).output()).success);
  const child = (await training("killed")).spawn();
  const output = child.output();
  const ended = output.then(() => true);
  const checkpoint = join(directory, "killed", "checkpoint.bin");
  const soon = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1));
  while (!existsSync(checkpoint) && !await Promise.race([ended, soon()]));
  child.kill("SIGKILL");
  assert.equal((await output).signal, "SIGKILL");
  await assert.rejects(weights("killed"), Deno.errors.NotFound);
  assert.ok((await (await training("killed", "--resume")).output()).success);
  assert.deepEqual(await weights("killed"), await weights("whole"));
  await Deno.remove(directory, { recursive: true });
});

for (const value of ["0", "1"]) {
  Deno.test(`one thread and two give the same weights with TF_ENABLE_ONEDNN_OPTS=${value}`, async () => {
    const directory = await Deno.makeTempDir();
    const weights = async (threads: string) => {
      const out = join(directory, threads);
      const args = ["--threads", threads, "--out", out];
      const { code, stderr } = await train(directory, args, { TF_ENABLE_ONEDNN_OPTS: value });
      assert.equal(code, 0, stderr);
      return await Deno.readFile(join(out, "weights.bin"));
    };
    assert.deepEqual(await weights("1"), await weights("2"));
    await Deno.remove(directory, { recursive: true });
  });
}

Deno.test("under a sweep it reports each epoch as the run that the sweep asked for", async () => {
  const directory = await Deno.makeTempDir();
  const parameters = join(directory, "parameters.yaml");
  await Deno.writeTextFile(parameters, "wandb_version: 1\nlearning_rate:\n  value: 0.005\n");
  const { code, stderr } = await train(directory, [], {
    WANDB_DIR: directory,
    WANDB_MODE: "offline",
    WANDB_RUN_ID: "abcd1234",
    WANDB_SWEEP_ID: "sweep123",
    WANDB_SWEEP_PARAM_PATH: parameters,
  });
  assert.equal(code, 0, stderr);
  const [file] = findRunFiles(directory, { id: "abcd1234" });
  const { history, run } = readRun(file!);
  assert.deepEqual(history.map(({ epoch }) => epoch), [1, 2]);
  assert.ok(history.every(({ val_loss }) => Number.isFinite(val_loss)));
  assert.equal(run.config.learningRate, 0.005);
  assert.equal(run.sweepId, "sweep123");
  await Deno.remove(directory, { recursive: true });
});

Deno.test("an unknown key ends with one sentence and how to call it", async () => {
  const directory = await Deno.makeTempDir();
  const { code, stderr } = await train(directory, ["--dropuot=0.2"]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^Cannot set "dropuot": .* Did you mean "dropout"\?\n\nUsage: deno task train/,
  );
  await Deno.remove(directory, { recursive: true });
});

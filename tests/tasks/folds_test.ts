import assert from "node:assert/strict";
import { join } from "node:path";
import type { StoredFolds } from "lib/evaluation/mod.ts";
import { syntheticPatients, writeSyntheticRecords } from "lib/sources/mod.ts";

const root = join(import.meta.dirname!, "../..");

async function runTask(name: string, options: string[], cwd: string) {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-check", "--config", join(root, "deno.json")],
      join(root, "lib/tasks", `${name}.ts`),
      ...options,
    ],
    cwd,
  }).output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { success, out: out!, error: error! };
}

Deno.test("folds, training by patient on more records too, and publishing go from records to a card", async () => {
  const directory = await Deno.makeTempDir();
  const at = (...names: string[]) => join(directory, ...names);
  const patients = syntheticPatients.slice(0, 5);
  await writeSyntheticRecords(at("records"), { patients, duration: 90 });
  await writeSyntheticRecords(at("others"), {
    patients: syntheticPatients.slice(5, 7),
    duration: 60,
  });
  const small = ["--epochs=1", "--filters=2,2", "--data", at("records")];

  const folds = await runTask(
    "folds",
    ["cnn_by_patient", ...small, "--folds=3", "--seeds=2", "--store", "--more", at("others")],
    directory,
  );
  assert.ok(folds.success, folds.error);
  const stored: StoredFolds = JSON.parse(
    await Deno.readTextFile(at("models/folds/cnn_by_patient.json")),
  );
  assert.equal(Object.keys(stored.seeds[1]!.predictions).length, patients.length);
  assert.deepEqual((stored.config as { more: string[] }).more, [at("others")]);
  assert.match(folds.out, /cnn_by_patient, ensemble of 2 seeds: accuracy/);

  for (const seed of ["0", "1"]) {
    const trained = await runTask(
      "train",
      [
        ...["cnn_by_patient", ...small, "--more", at("others")],
        ...["--seed", seed, "--out", at(`run${seed}`)],
      ],
      directory,
    );
    assert.ok(trained.success, trained.error);
  }
  const published = await runTask(
    "publish",
    ["tiny", at("run0"), at("run1"), "--out", at("models"), "--data", at("records")],
    directory,
  );
  assert.ok(published.success, published.error);
  const card = await Deno.readTextFile(at("models/tiny/README.md"));
  assert.match(card, /## By patient/);
  assert.match(card, /mean of 2 seeds/);
  assert.match(card, /ensemble of 2 seeds/);
  assert.match(card, /3 folds in DS1, 2 seeds/);
  assert.match(card, /not causal/);
  assert.doesNotMatch(card, /undefined|NaN|both sides/);
  const { doubt } = JSON.parse(await Deno.readTextFile(at("models/tiny/metrics.json")));
  assert.equal(doubt.thresholds.length, 3); // N, S, and V or F
  assert.ok(doubt.temperature > 0 && doubt.rows[0] > 0);
  const evaluated = await runTask(
    "evaluate",
    [at("models/tiny"), "--data", at("records")],
    directory,
  );
  assert.match(evaluated.error, /metrics.json has the same scores/);

  const refused = await runTask("train", ["cnn", ...small, "--more", at("others")], directory);
  assert.match(refused.error, /wanted a recipe by patient, found one by beat/);
  const beats = await runTask("folds", ["cnn", "--data", at("records")], directory);
  assert.match(beats.error, /wanted a recipe by patient, but "cnn" is by beat/);
  await Deno.remove(directory, { recursive: true });
});

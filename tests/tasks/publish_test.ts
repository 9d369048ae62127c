import assert from "node:assert/strict";
import { join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { buildAutoencoder, buildCnn, loadModel, readKeras, saveModel } from "lib/models/mod.ts";
import { syntheticPatients, writeSyntheticRecords } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { loadDataset } from "../../lib/tasks/helpers/load_dataset.ts";
import {
  checkedName,
  checkFinished,
  checkSameButSeed,
  checkSameData,
  checkTarget,
} from "../../lib/tasks/helpers/publish/check_runs.ts";
import { sampleFolder } from "../evaluation/sample_folder.ts";

const tinyCnn = { filters: [2, 2], kernels: [3, 3] };

Deno.test("checkSameButSeed() refuses runs of another configuration and a run given twice", () => {
  const published = sampleFolder(); // of the seeds 0 and 1
  const run = (change: object) => ({
    ...published,
    config: { ...published.config, ...change },
    metrics: undefined,
  });
  checkSameButSeed([run({ seed: 0 }), run({ seed: 1 })]);
  checkSameButSeed([published, run({ seed: 2 })]);
  const refused = [
    [run({ seed: 0 }), run({ seed: 1, dropout: 0.2 })],
    [run({ seed: 0 }), run({ seed: 0 })],
    [published, run({ seed: 1 })],
  ];
  for (const folders of refused) assert.throws(() => checkSameButSeed(folders), /only in the seed/);
});

Deno.test("checkedName() refuses a name that is a path", () => {
  assert.equal(checkedName("cnn_2-a"), "cnn_2-a");
  for (const name of [".", "..", "a/b", "/a", "a b", ""]) {
    assert.throws(() => checkedName(name), /wanted letters, digits, "_" and "-", found/);
  }
});

Deno.test("checkTarget() refuses to replace a folder that is no model's", async () => {
  const directory = await Deno.makeTempDir();
  await checkTarget(join(directory, "none"));
  await checkTarget(directory);
  await Deno.writeTextFile(join(directory, "thesis.txt"), "");
  await assert.rejects(checkTarget(directory), /wanted a model's folder or none, found thesis.txt/);
  await Deno.writeTextFile(join(directory, "model.json"), "");
  await checkTarget(directory);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("checkFinished() refuses a run that was stopped on its way", () => {
  const { config, history } = sampleFolder();
  const folder = (change: object) => ({
    config,
    history: { ...history, ...change },
    metrics: undefined,
  });
  checkFinished(folder({}), "run");
  const epochs = history.epochs.slice(0, 1);
  checkFinished(folder({ epochs, stoppedEarly: true }), "run");
  assert.throws(
    () => checkFinished(folder({ epochs }), "run"),
    /Cannot publish run: wanted all its 2 epochs, found 1/,
  );
});

Deno.test("checkSameData() refuses to score on other records than the model belongs to", async () => {
  const directory = await Deno.makeTempDir();
  const records = { patients: syntheticPatients.slice(3, 7), duration: 60 };
  await writeSyntheticRecords(directory, records);
  const data = await loadDataset({ data: directory });
  const { config, history, metrics } = sampleFolder();
  const { train: { labels: { length: rows }, source }, test, split } = data;
  const folder = (ofConfig: object, ofMetrics?: object) => ({
    config: { ...config, source, rows, ...ofConfig },
    history,
    metrics: ofMetrics && { ...metrics, split, rows: test.labels.length, ...ofMetrics },
  });
  checkSameData([folder({}), folder({}, {}), folder({ limit: 9, rows: 9 })], data);
  const refused = [
    folder({ source: config.source }), // trained on the real ones
    folder({ rows: rows + 1 }), // a record is missing
    folder({}, { rows: test.labels.length + 1 }),
    folder({}, { split: "by patient" }),
  ];
  for (const one of refused) {
    assert.throws(() => checkSameData([folder({}), one], data), /wanted the data they belong to/);
  }
  await Deno.remove(directory, { recursive: true });
});

Deno.test("publish, evaluate and predict agree on a model of a run that is published and another", async () => {
  const directory = await Deno.makeTempDir();
  const at = (...names: string[]) => join(directory, ...names);
  await writeSyntheticRecords(at("records"), {
    patients: syntheticPatients.slice(3, 7),
    duration: 60,
  });
  const { train } = await loadDataset({ data: at("records") });
  const rows = train.labels.length;
  await writeRun(at("a"), { seed: 0, valMacroF1: 0.2, rows });
  await writeRun(at("b"), { seed: 1, valMacroF1: 0.3, rows });
  await writeRun(at("c"), { seed: 2, valMacroF1: 0.1, rows });

  const data = ["--data", at("records")];
  const to = ["--out", at("models"), ...data];
  await runTask("publish", ["tiny", at("a"), ...to]);
  await runTask("publish", ["tiny", at("models", "tiny"), at("b"), ...to]);
  await runTask("publish", ["tiny", at("models", "tiny"), at("c"), ...to]);
  const { metrics } = await readModelFolder(at("models", "tiny"));
  assert.deepEqual(metrics!.seeds!.runs.map(({ seed }) => seed), [0, 1, 2]);
  assert.equal(metrics!.seeds!.chosen, 1);
  assert.ok(metrics!.source.synthetic);
  const card = await Deno.readTextFile(at("models", "tiny", "README.md"));
  assert.match(card, /synthetic records/);
  assert.match(card, /keras.models.load_model\("models\/tiny\/model.keras"\)/);
  const [own, keras] = [
    await loadModel(at("models", "tiny")),
    await readKeras(at("models", "tiny", "model.keras")),
  ].map((model) => model.getWeights().map((weight) => weight.dataSync()));
  assert.deepEqual(keras, own);

  const evaluated = await runTask("evaluate", [at("models", "tiny"), "--json", ...data]);
  assert.deepEqual(JSON.parse(evaluated.stdout).confusion, metrics!.confusion);
  assert.match(evaluated.stderr, /metrics.json has the same scores/);

  await Deno.writeTextFile(at("own.csv"), `${new Array(187).fill(0.5).join(",")}\n`);
  const predicted = await runTask("predict", [at("models", "tiny"), at("own.csv")]);
  assert.match(predicted.stdout, /^row,class,N,S,V,F,Q\n1,[NSVFQ](,[01]\.\d{6}){5}\n$/);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("publish and evaluate agree on an autoencoder, whose folder has the scores of each seed", async () => {
  const directory = await Deno.makeTempDir();
  const at = (...names: string[]) => join(directory, ...names);
  await writeSyntheticRecords(at("records"), {
    patients: syntheticPatients.slice(3, 7),
    duration: 60,
  });
  const { train } = await loadDataset({ data: at("records") });
  const rows = train.labels.filter((label) => label === 0).length;
  const build = (seed: number) => buildAutoencoder({ filters: [2, 2], code: 2 }, { seed });
  const config = { target: "input", normalOnly: true };
  await writeRun(at("a"), { seed: 0, rows, valLoss: 0.3 }, { build, config });
  await writeRun(at("b"), { seed: 1, rows, valLoss: 0.2 }, { build, config });

  const data = ["--data", at("records")];
  await runTask("publish", ["tiny", at("a"), at("b"), "--out", at("models"), ...data]);
  const files = await Array.fromAsync(Deno.readDir(at("models", "tiny")), ({ name }) => name);
  assert.deepEqual(files.sort(), [
    "README.md",
    "anomalies.json",
    "config.json",
    "history.json",
    "model.json",
    "model.keras",
    "weights.bin",
  ]);
  const published = JSON.parse(await Deno.readTextFile(at("models", "tiny", "anomalies.json")));
  const { seeds, area } = published;
  assert.deepEqual(seeds.map(({ seed }: { seed: number }) => seed), [1, 0], "the best one first");
  assert.equal(seeds[0].area, area.estimate);
  for (const [run, seed] of [["b", 0], ["a", 1]] as const) {
    const { stdout } = await runTask("evaluate", [at(run), "--json", ...data]);
    const own = JSON.parse(stdout);
    assert.equal(own.area.estimate, seeds[seed].area);
    assert.deepEqual(own.baselines, published.baselines);
  }
  await Deno.remove(directory, { recursive: true });
});

/** An untrained network, stored as a training stores one. */
async function writeRun(
  directory: string,
  { seed, rows, ...ofEpochs }: {
    seed: number;
    rows: number;
    valMacroF1?: number;
    valLoss?: number;
  },
  { build = (seed) => buildCnn(tinyCnn, { seed }), config: own = tinyCnn }: {
    build?: (seed: number) => tf.LayersModel;
    config?: object;
  } = {},
) {
  await startBackend({ warn: () => {} });
  await saveModel(build(seed), directory);
  const { config, history } = sampleFolder();
  const source = { name: "synthetic records (model of McSharry et al. 2003)", synthetic: true };
  await writeJson(join(directory, "config.json"), { ...config, ...own, source, seed, rows });
  const epochs = history.epochs.map((epoch) => ({ ...epoch, ...ofEpochs }));
  await writeJson(join(directory, "history.json"), { ...history, epochs });
}

async function runTask(name: string, options: string[]) {
  const root = join(import.meta.dirname!, "..", "..");
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, "lib", "tasks", `${name}.ts`), ...options],
    cwd: root,
  }).output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assert.ok(success, error!);
  return { stdout: out!, stderr: error! };
}

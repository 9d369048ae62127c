// deno task publish NAME RUN [RUN ...] [--out DIR] [--data DIR]: makes models/NAME of trainings that differ in
// their seed alone: the best on the validation rows, its scores on the test rows, the spread, and a card. A
// published folder stands for all runs that it was made of.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Dataset, protocols } from "lib/beats/mod.ts";
import {
  evaluateModel,
  fitDoubt,
  meanProbabilities,
  modelCard,
  modelMetrics,
  type ModelScoring,
  patientMetrics,
  readModelFolder,
  scoreCounted,
  scoreModel,
  seedScores,
} from "lib/evaluation/mod.ts";
import { loadModel, saveModel, writeKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { replaceFolder, writeJson } from "lib/files/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import {
  checkedName,
  checkFinished,
  checkSameButSeed,
  checkSameData,
  checkTarget,
  runsBehind,
} from "./helpers/publish/check_runs.ts";
import { loadDataset } from "./helpers/load_dataset.ts";
import { noteScorings } from "./helpers/note_scorings.ts";
import { readMore } from "./helpers/read_more.ts";
import { publishAutoencoder } from "./helpers/publish/publish_autoencoder.ts";
import { storedDoubt, storedFolds } from "./helpers/folds/stored_folds.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUse: deno task publish NAME RUN [RUN ...] [--data DIR]`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [name, ...directories], values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, data: { type: "string" } },
  });
  if (name === undefined || directories.length === 0) throw new Error("Name a model and its runs.");
  const models = values.out ?? "models";
  const target = join(models, checkedName(name));
  await checkTarget(target);
  const folders = await Promise.all(directories.map(readModelFolder));
  checkSameButSeed(folders);
  folders.forEach((folder, run) => checkFinished(folder, directories[run]!));
  await startBackend();
  const { protocol = "by_beat", causal = false } = folders[0]!.config as Partial<DataConfig>;
  const moreFolders = (folders[0]!.config.more ?? []) as string[];
  const more = await readMore(moreFolders, { protocol, causal });
  const data = await loadDataset({ ...values, protocol, causal, more });
  checkSameData(folders, data);
  if (folders[0]!.config.target === "input") {
    const records = values.data;
    console.log(await publishAutoencoder({ name, models, directories, folders, data, records }));
    return;
  }
  const { test, split } = data;
  const networks = await Promise.all(directories.map(loadModel));
  const scorings = networks.map((network) => scoreModel(network, test));
  await noteScorings(
    models,
    folders.map(({ config }, run) => ({ name, config, split, ...scorings[run]! })),
  );
  const isByPatient = protocols[protocol].classes === 4;
  const seeds = seedScores(
    folders.flatMap((folder, run) => {
      const { evaluation: { report: { accuracy, macroF1 } }, predictions } = scorings[run]!;
      const { bestEpoch, epochs } = folder.history;
      const { valMacroF1 } = epochs[bestEpoch - 1]!;
      const { seed } = folder.config;
      const patients = isByPatient ? { patients: patientMetrics(predictions).scores } : {};
      return [
        { seed, bestEpoch, valMacroF1, accuracy, macroF1, ...patients },
        ...runsBehind(folder),
      ];
    }).sort((a, b) => a.seed - b.seed),
  );
  const chosen = folders.findIndex(({ config }) => config.seed === seeds.chosen);
  const { config, history } = folders[chosen]!;
  const patients = isByPatient
    ? {
      ...patientMetrics(scorings[chosen]!.predictions),
      ensemble: ensembleOf(scorings, test),
      folds: await storedFolds(models, config),
    }
    : undefined;
  const metrics = modelMetrics(scorings[chosen]!.evaluation, {
    split,
    seeds,
    commit: config.commit,
    patients,
    doubt: isByPatient
      ? await storedDoubt(models, config) ??
        fitDoubt(await evaluateModel(networks[chosen]!, data.validation))
      : undefined,
  });
  await replaceFolder(target, async (folder) => {
    await saveModel(networks[chosen]!, folder);
    await writeKeras(networks[chosen]!, join(folder, "model.keras"));
    await writeJson(join(folder, "config.json"), config);
    await writeJson(join(folder, "history.json"), history);
    await writeJson(join(folder, "metrics.json"), metrics);
    const files = (await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name);
    const parameters = networks[chosen]!.countParams();
    const facts = { name, config, history, metrics, parameters, files };
    await Deno.writeTextFile(join(folder, "README.md"), modelCard(facts));
  });
  console.log(`${target}: seed ${seeds.chosen}, accuracy ${metrics.accuracy.toFixed(4)}`);
}

/** All seeds as one model: the mean of what they say. Undefined for a single one. */
function ensembleOf(scorings: readonly ModelScoring[], test: Dataset) {
  if (scorings.length < 2) return undefined;
  const mean = meanProbabilities(scorings.map(({ probabilities }) => probabilities));
  const { predictions } = scoreCounted(mean, test, "ensemble");
  return { seeds: scorings.length, scores: patientMetrics(predictions).scores };
}

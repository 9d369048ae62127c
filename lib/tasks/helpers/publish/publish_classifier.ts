import { join } from "node:path";
import { type Dataset, type DatasetParts, protocols } from "lib/beats/mod.ts";
import {
  evaluateModel,
  fitDoubt,
  meanProbabilities,
  modelCard,
  type ModelFolder,
  modelMetrics,
  type ModelScoring,
  patientMetrics,
  scoreCounted,
  scoreModel,
  seedScores,
} from "lib/evaluation/mod.ts";
import { loadModel } from "lib/models/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { storedDoubt, storedFolds } from "../folds/stored_folds.ts";
import { noteScorings } from "../note_scorings.ts";
import { runsBehind } from "./check_runs.ts";
import { writeFolder } from "./write_folder.ts";

/** What `deno task publish` does for models that tell classes. */
export interface PublishedClassifier {
  name: string;
  /** The folder of the published models. */
  models: string;
  directories: readonly string[];
  folders: readonly ModelFolder[];
  data: DatasetParts & { split: string };
}

/** Publishes the run that is best on the validation rows, its scores, and a card; gives one line about it. */
export async function publishClassifier(
  { name, models, directories, folders, data }: PublishedClassifier,
): Promise<string> {
  const { protocol = "by_beat" } = folders[0]!.config as Partial<DataConfig>;
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
  const target = join(models, name);
  const parameters = networks[chosen]!.countParams();
  await writeFolder(target, networks[chosen]!, {
    config,
    history,
    scores: { "metrics.json": metrics },
    card: (files) => modelCard({ name, config, history, metrics, parameters, files }),
  });
  return `${target}: seed ${seeds.chosen}, accuracy ${metrics.accuracy.toFixed(4)}`;
}

/** All seeds as one model: the mean of what they say. Undefined for a single one. */
function ensembleOf(scorings: readonly ModelScoring[], test: Dataset) {
  if (scorings.length < 2) return undefined;
  const mean = meanProbabilities(scorings.map(({ probabilities }) => probabilities));
  const { predictions } = scoreCounted(mean, test, "ensemble");
  return { seeds: scorings.length, scores: patientMetrics(predictions).scores };
}

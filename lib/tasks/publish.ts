// deno task publish NAME RUN [RUN ...] [--out DIR] [--data DIR]: makes models/NAME of trainings that differ in
// their seed alone: the best on the validation rows, its scores on the test rows, the spread, and a card. A
// published folder stands for all runs that it was made of.
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  evaluateModel,
  modelCard,
  type ModelFolder,
  modelMetrics,
  readModelFolder,
  type SeedRun,
  seedScores,
} from "lib/evaluation/mod.ts";
import { loadModel, saveModel, writeKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { loadDataset } from "./load_dataset.ts";

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
  const folders = await Promise.all(directories.map(readModelFolder));
  checkSameButSeed(folders);
  folders.forEach(({ history: { bestEpoch } }, run) => {
    if (bestEpoch === 0) {
      throw new Error(`Cannot publish ${directories[run]}: it finished no epoch.`);
    }
  });
  await startBackend();
  const { test, split } = await loadDataset(values);
  const models = await Promise.all(directories.map(loadModel));
  const evaluations = await Promise.all(models.map((model) => evaluateModel(model, test)));
  const seeds = seedScores(
    folders.flatMap((folder, run) => {
      const { accuracy, macroF1 } = evaluations[run]!.report;
      const { bestEpoch, epochs } = folder.history;
      const { valMacroF1 } = epochs[bestEpoch - 1]!;
      const { seed } = folder.config;
      return [{ seed, bestEpoch, valMacroF1, accuracy, macroF1 }, ...runsBehind(folder)];
    }).sort((a, b) => a.seed - b.seed),
  );
  const chosen = folders.findIndex(({ config }) => config.seed === seeds.chosen);
  const { config, history } = folders[chosen]!;
  const metrics = modelMetrics(evaluations[chosen]!, { split, seeds, commit: config.commit });
  const target = join(values.out ?? "models", name);
  await saveModel(models[chosen]!, target);
  await writeKeras(models[chosen]!, join(target, "model.keras"));
  await writeJson(join(target, "config.json"), config);
  await writeJson(join(target, "history.json"), history);
  await writeJson(join(target, "metrics.json"), metrics);
  const files = (await Array.fromAsync(Deno.readDir(target))).map((entry) => entry.name).sort();
  const parameters = models[chosen]!.countParams();
  const facts = { name, config, history, metrics, parameters, files };
  await Deno.writeTextFile(join(target, "README.md"), modelCard(facts));
  console.log(`${target}: seed ${seeds.chosen}, accuracy ${metrics.accuracy.toFixed(4)}`);
}

/** The runs that were less good on the validation rows than the one that a published folder holds. */
function runsBehind({ config, metrics }: ModelFolder): SeedRun[] {
  return metrics?.seeds?.runs.filter(({ seed }) => seed !== config.seed) ?? [];
}

/** A mean over seeds is of runs that have another seed each and all else alike. */
export function checkSameButSeed(folders: readonly ModelFolder[]): void {
  const settings = new Set(folders.map(({ config }) => JSON.stringify({ ...config, seed: 0 })));
  const seeds = folders.flatMap((folder) => [folder.config, ...runsBehind(folder)])
    .map(({ seed }) => seed);
  if (settings.size === 1 && new Set(seeds).size === seeds.length) return;
  throw new Error(
    "Cannot publish the runs: their configurations must differ in the seed alone; " +
      `found the seeds ${seeds.join(", ")} and ${settings.size} configuration(s) beside them.`,
  );
}

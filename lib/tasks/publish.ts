// deno task publish NAME RUN [RUN ...] [--out DIR] [--data DIR]: makes models/NAME of trainings that differ in
// their seed alone: the best on the validation rows, its scores on the test rows, the spread, and a card. A
// published folder stands for all runs that it was made of.
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { DatasetParts } from "lib/beats/mod.ts";
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
import { replaceFolder, writeJson } from "lib/files/mod.ts";
import { loadDataset } from "./helpers/load_dataset.ts";

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
  const target = join(values.out ?? "models", checkedName(name));
  await checkTarget(target);
  const folders = await Promise.all(directories.map(readModelFolder));
  checkSameButSeed(folders);
  folders.forEach((folder, run) => checkFinished(folder, directories[run]!));
  await startBackend();
  const data = await loadDataset(values);
  checkSameData(folders, data);
  const { test, split } = data;
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
  await replaceFolder(target, async (folder) => {
    await saveModel(models[chosen]!, folder);
    await writeKeras(models[chosen]!, join(folder, "model.keras"));
    await writeJson(join(folder, "config.json"), config);
    await writeJson(join(folder, "history.json"), history);
    await writeJson(join(folder, "metrics.json"), metrics);
    const files = (await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name);
    const parameters = models[chosen]!.countParams();
    const facts = { name, config, history, metrics, parameters, files };
    await Deno.writeTextFile(join(folder, "README.md"), modelCard(facts));
  });
  console.log(`${target}: seed ${seeds.chosen}, accuracy ${metrics.accuracy.toFixed(4)}`);
}

/** A name that is a path could stand for a folder of many models. */
export function checkedName(name: string): string {
  if (/^[\w-]+$/.test(name)) return name;
  throw new Error(
    `Cannot publish a model by that name: wanted letters, digits, "_" and "-", found "${name}".`,
  );
}

/** The folder is replaced: it must be a model's, or there must be none. */
export async function checkTarget(target: string): Promise<void> {
  const files = await Array.fromAsync(Deno.readDir(target), ({ name }) => name).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return [] as string[];
    throw error;
  });
  if (files.length === 0 || files.includes("model.json")) return;
  throw new Error(
    `Cannot publish to ${target}, which would be replaced: wanted a model's folder or none, found ` +
      `${files.sort().join(", ")}.`,
  );
}

/** The runs that were less good on the validation rows than the one that a published folder holds. */
function runsBehind({ config, metrics }: ModelFolder): SeedRun[] {
  return metrics?.seeds?.runs.filter(({ seed }) => seed !== config.seed) ?? [];
}

/** A mean over seeds is of runs that have another seed each and all else alike. */
export function checkSameButSeed(folders: readonly ModelFolder[]): void {
  const settings = new Set(
    folders.map(({ config }) => JSON.stringify({ unusedKernels: [], ...config, seed: 0 })),
  );
  const seeds = folders.flatMap((folder) => [folder.config, ...runsBehind(folder)])
    .map(({ seed }) => seed);
  if (settings.size === 1 && new Set(seeds).size === seeds.length) return;
  throw new Error(
    "Cannot publish the runs: their configurations must differ in the seed alone; " +
      `found the seeds ${seeds.join(", ")} and ${settings.size} configuration(s) beside them.`,
  );
}

/** A run that was stopped on its way is none of the runs that a mean over seeds is of. */
export function checkFinished({ config, history }: ModelFolder, directory: string): void {
  const { epochs, stoppedEarly } = history;
  if (epochs.length === config.epochs || stoppedEarly) return;
  throw new Error(
    `Cannot publish ${directory}: wanted all its ${config.epochs} epochs, found ${epochs.length} ` +
      "(`deno task train ... --resume` goes on).",
  );
}

/** On other records than those it was trained on, or on a part of them, a model would get scores of another kind. */
export function checkSameData(
  folders: readonly ModelFolder[],
  { train, test, split }: DatasetParts & { split: string },
): void {
  for (const { config, metrics } of folders) {
    const rows = config.limit ? Math.min(config.limit, train.labels.length) : train.labels.length;
    const [wanted, found] = [
      [
        config.source.name,
        config.rows,
        metrics?.split ?? split,
        metrics?.rows ?? test.labels.length,
      ],
      [test.source.name, rows, split, test.labels.length],
    ].map(([records, rows, split, testRows]) =>
      `${records}, ${rows} training rows, ${testRows} test rows of the split "${split}"`
    );
    if (found !== wanted) {
      throw new Error(
        `Cannot publish the runs: wanted the data they belong to, ${wanted}; found ${found}.`,
      );
    }
  }
}

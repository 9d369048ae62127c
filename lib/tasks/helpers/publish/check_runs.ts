import { countedRows, type ModelFolder, type SeedRun } from "lib/evaluation/mod.ts";
import { type DatasetParts, protocols } from "lib/beats/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { chosenRows, type RowChoice } from "../chosen_rows.ts";
import { isFinished } from "../is_finished.ts";

/** The runs that were less good on the validation rows than the one that a published folder holds. */
export function runsBehind({ config, metrics }: ModelFolder): SeedRun[] {
  return metrics?.seeds?.runs.filter(({ seed }) => seed !== config.seed) ?? [];
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

/** A mean over seeds is of runs that have another seed each and all else alike. */
export function checkSameButSeed(folders: readonly ModelFolder[]): void {
  const settings = new Set(
    folders.map(({ config }) => JSON.stringify({ unusedKernels: [], ...config, seed: 0 })),
  );
  const seeds = folders.flatMap((folder) => [folder.config, ...runsBehind(folder)])
    .map(({ seed }) => seed);
  if (settings.size === 1 && new Set(seeds).size === seeds.length) return;
  throw new Error(
    "Cannot publish the runs: their configurations must differ only in the seed; " +
      `found the seeds ${seeds.join(", ")} and ${settings.size} different configuration(s).`,
  );
}

/** A run that was stopped on its way is none of the runs that a mean over seeds is of. */
export function checkFinished({ config, history }: ModelFolder, directory: string): void {
  if (isFinished(history, config.epochs)) return;
  throw new Error(
    `Cannot publish ${directory}: wanted all its ${config.epochs} epochs, found ${history.epochs.length} ` +
      "(`deno task train ... --resume` continues it).",
  );
}

/** On other records than those it was trained on, or on a part of them, a model would get scores of another kind. */
export function checkSameData(
  folders: readonly ModelFolder[],
  { train, test, split }: DatasetParts & { split: string },
): void {
  for (const { config, metrics } of folders) {
    const { classes } = protocols[(config.protocol ?? "by_beat") as DataConfig["protocol"]];
    const counted = countedRows(test, classes).length;
    const rows = chosenRows(train, config as RowChoice).labels.length;
    const [wanted, found] = [
      [
        config.source.name,
        config.rows,
        metrics?.split ?? split,
        metrics?.rows ?? counted,
      ],
      [test.source.name, rows, split, counted],
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

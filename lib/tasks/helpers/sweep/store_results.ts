import { basename, extname, join } from "node:path";
import { readStoredSweep, readSweep, storeFullTrainings, storeSweep } from "lib/sweeps/mod.ts";
import { fullTraining } from "./full_training.ts";
import { sweepFacts } from "./sweep_facts.ts";
import { bestWords } from "./sweep_words.ts";

/**
 * Stores the results of a sweep in `sweeps/results`, by the name of its file.
 *
 * @param path The sweep's file.
 * @param directory The sweep's folder, with the folders of its trials.
 * @returns What to say of it.
 */
export async function storeResults(path: string, directory: string): Promise<string> {
  const sweep = readSweep(join(directory, "journal.jsonl"));
  const target = resultsFolder(path);
  await storeSweep(directory, target, { facts: sweepFacts(directory, sweep) });
  return [`${sweep.runs.length} runs stored in ${target}`, ...bestWords(sweep, directory)].join(
    "\n",
  );
}

/**
 * Stores trainings on all rows beside the stored results of a sweep.
 *
 * @param path The sweep's file.
 * @param folders Of the trainings.
 * @returns What to say of it.
 * @throws {Error} When the sweep is not stored, or a training is of no trial of it.
 */
export async function storeFull(path: string, folders: string[]): Promise<string> {
  const target = resultsFolder(path);
  const sweep = readStoredSweep(target);
  if (!sweep) {
    throw new Error(
      `Cannot store trainings beside ${target}: it is not there; store the sweep first`,
    );
  }
  await storeFullTrainings(target, folders.map((folder) => fullTraining(folder, sweep)));
  return `${folders.length} trainings on all rows stored in ${target}`;
}

function resultsFolder(path: string): string {
  return join("sweeps", "results", basename(path, extname(path)));
}

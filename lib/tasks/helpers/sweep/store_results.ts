import { basename, extname, join } from "node:path";
import { readSweep, storeSweep } from "lib/sweeps/mod.ts";
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
  const target = join("sweeps", "results", basename(path, extname(path)));
  await storeSweep(directory, target, { facts: sweepFacts(directory, sweep) });
  return [`${sweep.runs.length} runs stored in ${target}`, ...bestWords(sweep, directory)].join(
    "\n",
  );
}

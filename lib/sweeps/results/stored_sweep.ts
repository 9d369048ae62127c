import type { DataSource } from "lib/beats/mod.ts";
import { replaceFile, writeJson } from "lib/files/mod.ts";
import { readSweep, type SweepRecord } from "./read_sweep.ts";

/** What a stored sweep's journal does not say. */
export interface SweepFacts {
  /** The computer that ran it. */
  machine: string;
  /** The project's commits that its trials were of. */
  commits: string[];
  /** What all trials have in common, as the `config.json` of this project's trainings has it. */
  training?: { family?: string; rows?: number; source?: DataSource; [key: string]: unknown };
}

/** A sweep of the past in two small text files. */
export interface StoredSweep extends SweepRecord {
  /** What the journal does not say. */
  facts: SweepFacts;
}

/**
 * Stores the results of a sweep in a folder as two text files: its journal (`journal.jsonl`: the
 * file it was made by, and of each trial the parameters, times, state and metric by epoch) and
 * `facts.json`.
 *
 * @param directory the sweep's, with its journal.
 * @param target the folder to write; made where it is missing.
 * @throws Error where there is no journal, or trials still run.
 */
export async function storeSweep(
  directory: string,
  target: string,
  { facts }: { facts: SweepFacts },
): Promise<StoredSweep> {
  const path = `${directory}/journal.jsonl`;
  const sweep = readSweep(path);
  const running = sweep.trials.filter((trial) => !trial.outcome).length;
  if (running > 0) {
    throw new Error(
      `Cannot store the sweep in ${directory}: ${running} of its trials have not ended; ` +
        "wait, or go on with it by --resume",
    );
  }
  const text = Deno.readTextFileSync(path);
  Deno.mkdirSync(target, { recursive: true });
  await replaceFile(`${target}/journal.jsonl`, text.slice(0, text.lastIndexOf("\n") + 1));
  await writeJson(`${target}/facts.json`, facts);
  return { ...sweep, facts };
}

/**
 * Reads what {@linkcode storeSweep} has written; undefined where there is no such folder.
 *
 * @throws Error where a file is missing or damaged.
 */
export function readStoredSweep(folder: string): StoredSweep | undefined {
  try {
    Deno.statSync(folder);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const facts: SweepFacts = JSON.parse(Deno.readTextFileSync(`${folder}/facts.json`));
  return { ...readSweep(`${folder}/journal.jsonl`), facts };
}

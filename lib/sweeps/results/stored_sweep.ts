import type { DataSource } from "lib/beats/mod.ts";
import { replaceFile, writeJson } from "lib/files/mod.ts";
import { readSweep, type SweepRecord } from "./read_sweep.ts";

/** What a stored sweep's journal does not say. */
export interface SweepFacts {
  /** The computer that ran it. */
  machine: string;
  /** The commits of the project that its trials ran. */
  commits: string[];
  /** What all trials have in common, as the `config.json` of this project's trainings has it. */
  training?: { family?: string; rows?: number; source?: DataSource; [key: string]: unknown };
}

/** A longer training with the parameters of a trial, which says whether the trials' order holds. */
export interface FullTraining {
  /** Identifier of the trial. */
  run: string;
  /** Training rows. */
  rows: number;
  /** Epochs that were trained. */
  epochs: number;
  /** Its seed. */
  seed: number;
  /** The commit of the project that it ran. */
  commit: string;
  /** The best macro-F1 on the validation rows, whose epoch was kept. */
  valMacroF1: number;
  /** Loss on the validation rows at its best temperature after the last epoch, in nats. */
  valTemperedLoss: number;
}

/** A finished sweep in two or three small text files. */
export interface StoredSweep extends SweepRecord {
  /** What the journal does not say. */
  facts: SweepFacts;
  /** Longer trainings of some of its trials' parameters; none where there is no `full.json`. */
  full: FullTraining[];
}

/**
 * Stores the results of a sweep in a folder as two text files: its journal (`journal.jsonl`: the
 * file it was made by, and of each trial the parameters, times, state and metric by epoch) and
 * `facts.json`. Longer trainings that were stored beside an earlier sweep there go with its trials.
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
        "wait, or continue it with --resume",
    );
  }
  const text = Deno.readTextFileSync(path);
  Deno.mkdirSync(target, { recursive: true });
  await replaceFile(`${target}/journal.jsonl`, text.slice(0, text.lastIndexOf("\n") + 1));
  await writeJson(`${target}/facts.json`, facts);
  const before = readFull(target);
  const full = before.filter(({ run }) => sweep.runs.some(({ id }) => id === run));
  if (full.length < before.length) await writeJson(`${target}/full.json`, full);
  return { ...sweep, facts, full };
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
  return { ...readSweep(`${folder}/journal.jsonl`), facts, full: readFull(folder) };
}

/**
 * Stores longer trainings beside the results of a sweep, in `full.json`, in place of those of the same trial and seed;
 * the last of several counts.
 *
 * @throws Error where one is of a trial that the sweep does not have, or has not finished.
 */
export async function storeFullTrainings(folder: string, full: FullTraining[]): Promise<void> {
  const { runs } = readSweep(`${folder}/journal.jsonl`);
  const unknown = full.find(({ run }) =>
    !runs.some(({ id, state }) => id === run && state === "finished")
  );
  if (unknown) {
    throw new Error(
      `Cannot store full trainings in ${folder}: wanted finished trials, found ${unknown.run}`,
    );
  }
  const name = ({ run, seed }: FullTraining) => `${run} ${seed}`;
  const all = new Map([...readFull(folder), ...full].map((one) => [name(one), one]));
  const sorted = [...all.values()].sort((a, b) => name(a) < name(b) ? -1 : 1);
  await writeJson(`${folder}/full.json`, sorted);
}

function readFull(folder: string): FullTraining[] {
  try {
    return JSON.parse(Deno.readTextFileSync(`${folder}/full.json`));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

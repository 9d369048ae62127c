import { join } from "node:path";
import type { SweepFacts, SweepRecord } from "lib/sweeps/mod.ts";
import { describeMachine, machineText } from "../../../../bench/describe_machine.ts";

/**
 * What is stored beside a sweep's journal: this computer, and, where its trials were trainings of
 * this project, what their configurations have in common.
 *
 * @param directory the sweep's, with the folders of the trials.
 * @throws {Error} when trials were trained on rows of different numbers or sources.
 */
export function sweepFacts(directory: string, { trials }: SweepRecord): SweepFacts {
  const ended = trials.filter(({ outcome }) => outcome && outcome.state !== "interrupted");
  const configs = ended.flatMap(({ run }) => trainingConfigs(join(directory, "trials", run)));
  const commits = new Set(configs.map(({ commit }) => String(commit ?? "unknown")));
  const [first] = configs;
  const training = first && Object.fromEntries(
    Object.entries(first).filter(([key, value]) =>
      key !== "commit" && configs.every((config) => sameJson(config[key], value))
    ),
  );
  if (training && !("rows" in training && "source" in training)) {
    throw new Error(
      `Cannot store the sweep in ${directory}: its trials were trained on other rows`,
    );
  }
  return { machine: machineText(describeMachine()), commits: [...commits].sort(), training };
}

type Config = Record<string, unknown>;

/** `config.json` of each training in the folder of a trial: one, or none where it is no training. */
function trainingConfigs(folder: string): Config[] {
  const names = Array.from(Deno.readDirSync(folder)).filter((entry) => entry.isDirectory);
  return names.flatMap(({ name }) => {
    try {
      return [JSON.parse(Deno.readTextFileSync(join(folder, name, "config.json")))];
    } catch {
      return []; // it has failed before it was stored
    }
  });
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import { join } from "node:path";
import { type FullTraining, type Parameters, type StoredSweep, toPlain } from "lib/sweeps/mod.ts";
import { applyOverrides, dataChoices, type History, trainingChoices } from "lib/training/mod.ts";
import { modelChoices } from "lib/models/mod.ts";
import { isFinished } from "../is_finished.ts";

/** What a training on all rows may have of its own. */
const ownKeys = ["recipe", "rows", "limit", "epochs", "patience", "seed", "unusedKernels"];

/**
 * How a training ended that has the parameters of a sweep's finished trial, the first of several, and what all trials
 * have in common, but rows, epochs, patience or a seed of its own.
 *
 * @param folder of the training, with `config.json` and `history.json`.
 * @throws {Error} when no finished trial has its parameters, it differs from all trials in something else, it was cut
 *   off, or its tempered loss is not stored.
 */
export function fullTraining(
  folder: string,
  { runs, facts }: Pick<StoredSweep, "runs" | "facts">,
): FullTraining {
  const config = readJson(join(folder, "config.json"));
  const history = readJson(join(folder, "history.json")) as unknown as History;
  if (!isFinished(history, Number(config.epochs))) {
    throw new Error(
      `Cannot store the training in ${folder}: wanted all its ${config.epochs} epochs, ` +
        `found ${history.epochs.length}`,
    );
  }
  const { valTemperedLoss } = history.epochs.at(-1)!;
  if (valTemperedLoss === undefined) {
    throw new Error(
      `Cannot store the training in ${folder}: wanted the tempered loss of its last epoch, found none ` +
        "(an autoencoder has none, nor has a training of before it was kept)",
    );
  }
  const other = Object.entries(facts.training ?? {}).find(([key, common]) =>
    !ownKeys.includes(key) && !sameJson(config[key], common)
  );
  if (other) {
    const [key, common] = other;
    throw new Error(
      `Cannot store the training in ${folder}: wanted ${key} ${
        JSON.stringify(common)
      }, which all ` +
        `trials have, found ${JSON.stringify(config[key])}`,
    );
  }
  const trial = runs.find(({ state, parameters }) =>
    state === "finished" && hasParameters(config, parameters)
  );
  if (!trial) {
    throw new Error(`Cannot store the training in ${folder}: no finished trial has its parameters`);
  }
  return {
    run: trial.id,
    rows: Number(config.rows),
    epochs: history.epochs.length,
    seed: Number(config.seed),
    commit: String(config.commit),
    valMacroF1: history.epochs[history.bestEpoch - 1]!.valMacroF1,
    valTemperedLoss,
  };
}

type Config = Record<string, unknown>;

/** Giving the configuration the parameters once more changes nothing. */
function hasParameters(config: Config, parameters: Parameters): boolean {
  const texts = Object.entries(toPlain(parameters) as Config)
    .filter(([key]) => !ownKeys.includes(key)).map(([key, value]) => [key, `${value}`]);
  const choices = { ...trainingChoices, ...modelChoices, ...dataChoices };
  try {
    return sameJson(applyOverrides(config, Object.fromEntries(texts), { choices }), config);
  } catch {
    return false; // it has no such key, or a shorter list
  }
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readJson(path: string): Config {
  return JSON.parse(Deno.readTextFileSync(path));
}

import { join } from "node:path";
import { type FullTraining, type Parameters, type StoredSweep, toPlain } from "lib/sweeps/mod.ts";
import { applyOverrides, dataChoices, type History, trainingChoices } from "lib/training/mod.ts";
import { modelChoices } from "lib/models/mod.ts";
import { isFinished } from "../is_finished.ts";

/** What a training on all rows may have of its own. */
const ownKeys = ["recipe", "rows", "limit", "epochs", "patience", "seed", "unusedKernels"];

/**
 * How a training ended that has the parameters of a sweep's finished trial, the first of several, and what all trials
 * have in common, but more rows or epochs, or a patience and a seed of its own.
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
  const refuse = (wanted: string, found: unknown): never => {
    throw new Error(`Cannot store the training in ${folder}: wanted ${wanted}, found ${found}`);
  };
  if (!isFinished(history, Number(config.epochs))) {
    refuse(`all its ${config.epochs} epochs`, history.epochs.length);
  }
  const { valTemperedLoss } = history.epochs.at(-1)!;
  if (valTemperedLoss === undefined) {
    const why = "an autoencoder has none, nor has a training of before it was kept";
    return refuse("the tempered loss of its last epoch", `none (${why})`);
  }
  const { rows, epochs } = facts.training ?? {};
  if (Number(config.rows) <= Number(rows) && Number(config.epochs) <= Number(epochs)) {
    refuse(
      `more than a trial's ${rows} rows or ${epochs} epochs`,
      `${config.rows} and ${config.epochs}`,
    );
  }
  for (const [key, common] of Object.entries(facts.training ?? {})) {
    if (ownKeys.includes(key) || sameJson(config[key], common)) continue;
    refuse(`${key} ${JSON.stringify(common)}, as in all trials`, JSON.stringify(config[key]));
  }
  const trial = runs.find(({ state, parameters }) =>
    state === "finished" && hasParameters(config, parameters)
  );
  if (!trial) return refuse("the parameters of a finished trial", "others");
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

import { join } from "node:path";
import type { FullTraining, SweepRecord } from "lib/sweeps/mod.ts";
import { applyOverrides, dataChoices, type History, trainingChoices } from "lib/training/mod.ts";
import { modelChoices } from "lib/models/mod.ts";
import { isFinished } from "../is_finished.ts";

/**
 * How a training ended that has the parameters of a sweep's trial but more rows or epochs.
 *
 * @param folder of the training, with `config.json` and `history.json`.
 * @throws {Error} when no trial has its parameters, it was cut off, or its tempered loss is not stored.
 */
export function fullTraining(folder: string, { trials, runs }: SweepRecord): FullTraining {
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
  const trial = trials.find(({ run }) =>
    hasParameters(config, runs.find(({ id }) => id === run)!.parameters)
  );
  if (!trial) {
    throw new Error(`Cannot store the training in ${folder}: no trial has its parameters`);
  }
  return {
    run: trial.run,
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
function hasParameters(config: Config, parameters: Record<string, unknown>): boolean {
  const texts = Object.entries(parameters).map(([key, value]) => [key, `${value}`]);
  const choices = { ...trainingChoices, ...modelChoices, ...dataChoices };
  const same = applyOverrides(config, Object.fromEntries(texts), { choices });
  return JSON.stringify(same) === JSON.stringify(config);
}

function readJson(path: string): Config {
  return JSON.parse(Deno.readTextFileSync(path));
}

import { join } from "node:path";
import defer * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { checkTrainingConfig } from "./configuration/check_config.ts";
import { runEpoch } from "./loop/run_epoch.ts";
import type { EpochRecord, History } from "./history.ts";
import { shouldStop } from "./loop/learning_rate.ts";
import { type TrainingConfig, trainingDefaults } from "./configuration/training_config.ts";
import { checkpointFile, createTrainer, type Trainer } from "./loop/trainer.ts";

/** What {@linkcode trainModel} tells while it works. */
export type TrainingEvent =
  | {
    type: "batch";
    /** As the epoch's record has it. */
    target?: "input";
    /** From 1. */
    epoch: number;
    epochs: number;
    /** From 1. */
    batch: number;
    batches: number;
    /** Means over the epoch so far. */
    loss: number;
    accuracy: number;
  }
  | { type: "epoch"; record: EpochRecord; epochs: number };

/** The rows, the configuration and the surroundings of a training. */
export interface TrainingOptions extends Partial<TrainingConfig> {
  /** Rows to train on. */
  train: Dataset<"train">;
  /** Rows that choose the best epoch and stop training; the test rows have no way in. */
  validation: Dataset<"validation">;
  /** A weight for each class in the loss; none by default. */
  weights?: number[];
  /** Where checkpoints are kept; none are by default. */
  directory?: string;
  /** Go on from the checkpoint in `directory`, if there is one. */
  resume?: boolean;
  /** Ends training after the current batch; the best weights so far are kept. */
  signal?: AbortSignal;
  /** Receives the progress: of batches some times a second, and of each epoch. */
  onEvent?: (event: TrainingEvent) => void;
}

/**
 * Trains a model and leaves it with the weights of the epoch whose macro-F1 on the validation rows was best.
 * The same seed gives the same weights; a training that was killed and resumed ends in the same weights too.
 *
 * @throws {Error} when the rows are not parts of one dataset that was looked through for leaks, when there are none, or
 *   labels or weights are not those of the model's classes, when the loss is no longer a number, or a checkpoint belongs
 *   to another configuration.
 */
export async function trainModel(
  model: tf.LayersModel,
  options: TrainingOptions,
): Promise<History> {
  const config = completeConfig(options);
  checkTrainingConfig(config);
  checkAudited(options);
  checkRows(options);
  if (config.target === "classes") checkClasses(model, config, options);
  const trainer = createTrainer(model, config, options);
  const path = options.directory && join(options.directory, checkpointFile);
  try {
    if (path && options.resume) await trainer.restore(path);
    const { history } = trainer;
    while (
      history.epochs.length < config.epochs && !history.stoppedEarly && !options.signal?.aborted
    ) {
      const outcome = await runEpoch(trainer, options);
      if (!outcome) break; // stopped in the middle
      keepIfBest(trainer, outcome);
      trainer.usePresentWeights();
      history.stoppedEarly = shouldStop(config, history.epochs) &&
        history.epochs.length < config.epochs;
      if (path) await trainer.save(path);
      options.onEvent?.({ type: "epoch", record: outcome, epochs: config.epochs });
    }
    trainer.useBestWeights();
    return history;
  } finally {
    trainer.dispose();
  }
}

/** Rows that leak from one part to the other would flatter the model that is chosen by them. */
function checkAudited({ train, validation }: TrainingOptions): void {
  if (train.audit && train.audit === validation.audit) return;
  throw new Error(
    "Cannot train: wanted training and validation rows that were looked through for leaks together, as " +
      `createDataset() gives them, found ${
        train.audit && validation.audit ? "those of two datasets" : "unchecked ones"
      }`,
  );
}

function checkRows({ train, validation }: TrainingOptions): void {
  for (const { role, labels } of [train, validation]) {
    if (labels.length === 0) throw new Error(`Cannot train: wanted ${role} rows, found none`);
  }
}

/** A label beyond the model's classes would have no loss, and of too few weights one could be taken for all. */
function checkClasses(
  model: tf.LayersModel,
  config: TrainingConfig,
  { train, validation, weights }: TrainingOptions,
): void {
  const classes = model.outputs[0]!.shape.at(-1)!;
  for (const { role, labels } of [train, validation]) {
    const row = labels.findIndex((label) => label >= classes);
    if (row < 0) continue;
    throw new Error(
      `Cannot train: labels of ${role} rows must be below the model's ${classes} classes but row ${row} has ` +
        labels[row],
    );
  }
  const fit = weights?.length === classes && weights.every((weight) => weight >= 0);
  if (weights ? fit : !config.classWeights) return;
  throw new Error(
    `Cannot train: weights must be ${classes} numbers from 0, one for each class, but are ` +
      (weights ? `[${weights}]` : "not given, while classWeights is true"),
  );
}

function completeConfig(options: TrainingOptions): TrainingConfig {
  const given = Object.entries(trainingDefaults).map(([key, value]) => [
    key,
    options[key as keyof TrainingConfig] ?? value,
  ]);
  return Object.fromEntries(given) as TrainingConfig;
}

function keepIfBest(trainer: Trainer, record: EpochRecord): void {
  const { history } = trainer;
  const best = history.epochs[history.bestEpoch - 1];
  history.epochs.push(record);
  if (best && best.valMacroF1 >= record.valMacroF1) return;
  history.bestEpoch = record.epoch;
  trainer.keepWeights();
}

import { setImmediate } from "node:timers";
import defer * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import {
  applyTemperature,
  classificationReport,
  confusionMatrix,
  fitTemperature,
  logLoss,
} from "lib/metrics/mod.ts";
import { type ChangeRows, gatherBatch } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { augmentRows } from "../rows/augment_rows.ts";
import type { EpochRecord } from "../history.ts";
import { learningRateAt } from "./learning_rate.ts";
import { mixing } from "../rows/mix_batch.ts";
import { shuffledRows } from "../rows/shuffled_rows.ts";
import type { TrainingConfig } from "../configuration/training_config.ts";
import type { TrainingOptions } from "../train_model.ts";
import type { Trainer } from "./trainer.ts";

/** The event loop gets a turn so often, in milliseconds: progress is drawn, a stop is heard. */
const turnEvery = 50;

/**
 * One pass over the training rows, then one over the validation rows; `undefined` when it was stopped.
 *
 * @throws {Error} when the loss is no longer a number.
 */
export async function runEpoch(
  trainer: Trainer,
  options: TrainingOptions,
): Promise<EpochRecord | undefined> {
  const start = performance.now();
  const trained = await trainOnce(trainer, options);
  if (!trained) return undefined;
  trainer.useEpochWeights();
  const validated = validateOnce(trainer, options.validation);
  const epoch = trainer.history.epochs.length + 1;
  return { epoch, ...trained, ...validated, seconds: (performance.now() - start) / 1000 };
}

async function trainOnce(
  { model, config, history, optimizer, trainingStep, gatherTargets }: Trainer,
  { train, signal, onEvent }: TrainingOptions,
) {
  const epoch = history.epochs.length + 1;
  const rows = train.labels.length;
  // From seed and epoch alone, so that a resumed training sees the same order.
  const order = shuffledRows(rows, createPrng((Math.imul(config.seed, 0x9e3779b1) + epoch) >>> 0));
  const batches = Math.ceil(rows / config.batchSize);
  const change = augmentation(config, epoch);
  const mix = mixing(config, epoch, model.outputs[0]!.shape.at(-1)!);
  let loss = 0;
  let right = 0;
  let lastTurn = performance.now();
  for (let batch = 0; batch < batches; batch++) {
    const chosen = order.subarray(batch * config.batchSize, (batch + 1) * config.batchSize);
    const rate = learningRateAt(config, history.epochs, { progress: batch / batches });
    tf.tidy(() => {
      optimizer.learningRate.assign(tf.scalar(rate));
      const inputs = gatherBatch(model, train.inputs, chosen, { change });
      const [batchLoss, batchRight] = trainingStep(
        ...mix([...inputs, ...gatherTargets(train, chosen)]),
      );
      loss += batchLoss!.dataSync()[0]! * chosen.length;
      right += batchRight!.dataSync()[0]!;
      tf.dispose([batchLoss!, batchRight!]); // the step keeps them from this scope
    });
    checkLoss("the loss", loss, `epoch ${epoch}, batch ${batch + 1} (learning rate ${rate})`);
    if (performance.now() - lastTurn < turnEvery && batch + 1 < batches) continue;
    const done = Math.min((batch + 1) * config.batchSize, rows);
    onEvent?.({
      type: "batch",
      ...(config.target === "input" ? { target: "input" } : {}),
      epoch,
      epochs: config.epochs,
      batch: batch + 1,
      batches,
      loss: loss / done,
      accuracy: right / done,
    });
    await new Promise((resolve) => setImmediate(resolve)); // a timer would wait a millisecond or more
    lastTurn = performance.now();
    if (signal?.aborted) return undefined;
  }
  const learningRate = optimizer.learningRate.dataSync()[0]!;
  return { loss: loss / rows, accuracy: right / rows, learningRate };
}

/** Like the order, from seed and epoch alone; `undefined` where nothing is to be changed. */
function augmentation(config: TrainingConfig, epoch: number): ChangeRows | undefined {
  if (config.stretching + config.scaling + config.noise === 0) return undefined;
  const prng = createPrng(
    (Math.imul(config.seed, 0x85ebca6b) ^ Math.imul(epoch, 0xc2b2ae35)) >>> 0,
  );
  return (rows) => augmentRows(rows, config, prng);
}

function validateOnce(
  { model, config, history, validationStep, gatherTargets }: Trainer,
  validation: Dataset<"validation">,
) {
  const rows = validation.labels.length;
  const batchSize = Math.min(512, rows);
  const classes = model.outputs[0]!.shape.at(-1)!;
  const predicted = new Uint8Array(rows);
  const probabilities = new Float32Array(config.target === "input" ? 0 : rows * classes);
  let loss = 0;
  for (let first = 0; first < rows; first += batchSize) {
    // The last batch is filled up with rows from the start: another size would have to be compiled.
    const chosen = Uint32Array.from({ length: batchSize }, (_, i) => (first + i) % rows);
    const own = Math.min(batchSize, rows - first);
    tf.tidy(() => {
      const inputs = gatherBatch(model, validation.inputs, chosen);
      const [losses, best, logits] = validationStep(
        ...inputs,
        ...gatherTargets(validation, chosen),
      );
      loss += losses!.dataSync<"float32">().subarray(0, own).reduce((sum, one) => sum + one);
      if (!best || !logits) return;
      predicted.set(best.dataSync().subarray(0, own), first);
      probabilities.set(tf.softmax(logits).dataSync().subarray(0, own * classes), first * classes);
    });
  }
  checkLoss("the validation loss", loss, `epoch ${history.epochs.length + 1}`);
  if (config.target === "input") {
    const explained = 1 - loss / rows;
    return {
      target: "input" as const,
      valLoss: loss / rows,
      valAccuracy: explained,
      valMacroF1: explained,
    };
  }
  const report = classificationReport(confusionMatrix(validation.labels, predicted, classes));
  return {
    valLoss: loss / rows,
    valTemperedLoss: temperedLoss(validation.labels, probabilities, classes),
    valAccuracy: report.accuracy,
    valMacroF1: report.macroF1,
  };
}

/** The log loss at the temperature that makes it least. */
function temperedLoss(labels: Uint8Array, probabilities: Float32Array, classes: number): number {
  const temperature = fitTemperature(labels, probabilities, classes);
  return logLoss(labels, applyTemperature(probabilities, classes, { temperature }), classes);
}

/** Weights that give no numbers are not worth keeping. */
function checkLoss(what: string, loss: number, where: string): void {
  if (Number.isFinite(loss)) return;
  throw new Error(`Cannot go on training: ${what} must be a number but is ${loss} in ${where}`);
}

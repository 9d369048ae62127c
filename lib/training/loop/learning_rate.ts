import type { EpochRecord } from "../history.ts";
import type { TrainingConfig } from "../configuration/training_config.ts";

/**
 * The learning rate of a step: a function of where the training is and what it has seen, so that a resumed
 * training goes on with the same one.
 *
 * @param done epochs that are finished.
 * @param progress share of the present epoch that is done, 0 to 1.
 */
export function learningRateAt(
  config: TrainingConfig,
  done: EpochRecord[],
  { progress }: { progress: number },
): number {
  const { learningRate, schedule, epochs, warmupEpochs } = config;
  const at = done.length + progress;
  if (at < warmupEpochs) return learningRate * at / warmupEpochs;
  if (schedule === "cosine") {
    const share = (at - warmupEpochs) / (epochs - warmupEpochs);
    return learningRate * (0.001 + 0.999 * (1 + Math.cos(Math.PI * share)) / 2);
  }
  if (schedule === "plateau") return learningRate * config.plateauFactor ** plateaus(config, done);
  return learningRate;
}

/** How often the validation loss has stayed for `plateauPatience` epochs without a new best. */
function plateaus({ plateauPatience }: TrainingConfig, done: EpochRecord[]): number {
  let best = Infinity;
  let waited = 0;
  let count = 0;
  for (const { valLoss } of done) {
    if (valLoss < best) {
      best = valLoss;
      waited = 0;
    } else if (++waited >= plateauPatience) {
      count++;
      waited = 0;
    }
  }
  return count;
}

/** Whether the validation loss has found no new best for `patience` epochs. */
export function shouldStop({ patience }: TrainingConfig, done: EpochRecord[]): boolean {
  if (patience === 0) return false;
  const losses = done.map(({ valLoss }) => valLoss);
  return losses.length - 1 - losses.indexOf(Math.min(...losses)) >= patience;
}

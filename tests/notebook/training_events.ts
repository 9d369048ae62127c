import type { TrainingEvent } from "lib/training/mod.ts";

/** A batch of a training of 4 epochs of 10 batches. */
export function batchEvent(epoch: number, batch: number): TrainingEvent & { type: "batch" } {
  const done = epoch - 1 + batch / 10;
  return {
    type: "batch",
    epoch,
    epochs: 4,
    batch,
    batches: 10,
    loss: 1 / (1 + done),
    accuracy: 0.5 + done / 10,
  };
}

/** The end of an epoch of the same training. */
export function epochEvent(epoch: number): TrainingEvent & { type: "epoch" } {
  return {
    type: "epoch",
    epochs: 4,
    record: {
      epoch,
      loss: 1 / epoch,
      accuracy: 0.9,
      valLoss: 1.5 / epoch,
      valAccuracy: 0.8,
      valMacroF1: epoch === 1 ? 0.6 : 0.5,
      learningRate: 0.001,
      seconds: 1,
    },
  };
}

import type { EpochRecord } from "lib/training/mod.ts";

/** What the accuracy of a training's epochs is: an autoencoder's is the share of the variance that it explains. */
export function accuracyName(record?: Pick<EpochRecord, "target">): string {
  return record?.target === "input" ? "explained share" : "accuracy";
}

/** What the loss of a training's epochs is. */
export function lossName(record?: Pick<EpochRecord, "target">): string {
  return record?.target === "input" ? "mean squared error" : "cross-entropy loss";
}

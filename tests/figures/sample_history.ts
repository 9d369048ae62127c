import type { History } from "lib/training/mod.ts";

/** A history of so many epochs, the second of which is the best. */
export function sampleHistory(epochs: number): History {
  return {
    epochs: Array.from({ length: epochs }, (_, index) => ({
      epoch: index + 1,
      loss: 1 / (index + 1),
      accuracy: 0.9,
      valLoss: 1.5 / (index + 1),
      valAccuracy: 0.8,
      valMacroF1: index === 1 ? 0.7 : 0.6,
      learningRate: 0.001 / 2 ** index,
      seconds: 3,
    })),
    bestEpoch: 2,
    stoppedEarly: true,
  };
}

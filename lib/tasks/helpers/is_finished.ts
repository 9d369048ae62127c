import type { History } from "lib/training/mod.ts";

/** Whether a training ran all its epochs, or ended early since its validation loss fell no more: it was not cut off. */
export function isFinished({ epochs, stoppedEarly }: History, wantedEpochs: number): boolean {
  return epochs.length === wantedEpochs || stoppedEarly;
}

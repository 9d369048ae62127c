import { accuracyName } from "lib/figures/mod.ts";
import type { EpochRecord } from "lib/training/mod.ts";
import { timeLeft, type TrainingState } from "./training_state.ts";

/** The state of a training. */
export type TrainingStatus = "running" | "finished" | "stopped" | "failed";

/** The text above the curves of a training. */
export interface TrainingWords {
  title: string;
  /** Lines beneath the title. */
  lines: string[];
}

/**
 * The state of a training in words. Times are given only while it runs: the words for a finished
 * training are stored in the notebook and must be the same in every run.
 */
export function trainingWords(
  state: TrainingState,
  status: TrainingStatus,
  time: number,
): TrainingWords {
  const { batch, epochs, records } = state;
  if (batch === undefined) {
    const title = status === "running"
      ? "Training starts"
      : "Training ended before its first batch";
    return { title, lines: [] };
  }
  const lines = [
    `training loss ${batch.loss.toFixed(3)}, ${accuracyName(batch)} ${batch.accuracy.toFixed(3)}`,
    validation(state, status),
  ];
  if (status === "running") {
    const left = timeLeft(state, time);
    if (left !== undefined) lines[0] += ` · at most ${duration(left)} left`;
    return {
      title: `Epoch ${batch.epoch} of ${epochs}, batch ${batch.batch} of ${batch.batches}`,
      lines,
    };
  }
  const trained = records.length === 1 ? "1 epoch" : `${records.length} epochs`;
  const early = records.length < epochs ? `, of ${epochs} at most` : "";
  const epoch = `epoch ${batch.epoch} of ${epochs}`;
  const place = records.at(-1)?.epoch === batch.epoch
    ? `after ${epoch}`
    : `in ${epoch}, after batch ${batch.batch} of ${batch.batches}`;
  const titles = {
    finished: `Trained for ${trained}${early}`,
    stopped: `Stopped ${place}`,
    failed: `Failed ${place}`,
  };
  return { title: titles[status], lines };
}

/** The scores on the validation rows; after the end also the epoch whose weights are kept. */
function validation({ records }: TrainingState, status: TrainingStatus): string {
  const ended = status === "finished" || status === "stopped";
  const last = records.at(-1);
  if (last === undefined) return `not validated yet${ended ? " · the present weights kept" : ""}`;
  const best = records.reduce((a, b) => b.valMacroF1 > a.valMacroF1 ? b : a);
  const loss = `validation loss ${last.valLoss.toFixed(3)}`;
  const accuracy = `${accuracyName(last)} ${last.valAccuracy.toFixed(3)}`;
  const score = ({ target, valMacroF1 }: EpochRecord) =>
    `${target === "input" ? accuracyName({ target }) : "macro-F1"} ${valMacroF1.toFixed(3)}`;
  const scores = last.target === "input" ? [loss, accuracy] : [loss, accuracy, score(last)];
  return `${scores.join(", ")} · best${ended ? " weights kept" : ""}: epoch ${best.epoch}, ${
    score(best)
  }`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

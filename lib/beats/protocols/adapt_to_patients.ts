import type { Split } from "../create_dataset.ts";
import { type Beat, recordFrequency } from "../segment_beats.ts";

/** Options of {@linkcode adaptToPatients}. */
export interface AdaptOptions {
  /** How much of each test record is labelled, from its start, in seconds. Default 300, which AAMI allows. */
  seconds?: number;
}

/**
 * A split by patient whose model is adapted to each of its patients: the beats of the first five minutes of every
 * test record are labelled and trained on with the others; those after them are tested.
 */
export function adaptToPatients(split: Split, { seconds = 300 }: AdaptOptions = {}): Split {
  return {
    ...split,
    name: `${split.name}, first ${seconds} s of each test record labelled`,
    labelledSeconds: seconds,
    partOf(beat: Beat) {
      const part = split.partOf(beat);
      if (part !== "test" || beat.sample >= seconds * recordFrequency) return part;
      return beat.label === labelQ ? undefined : "train";
    },
  };
}

const labelQ = 4;

import type { Split } from "../create_dataset.ts";
import type { DataSource } from "../dataset.ts";
import { kaggleSplit, mitBihSource } from "./kaggle_split.ts";
import { randomSplit } from "./random_split.ts";
import type { Beat } from "../segment_beats.ts";

/**
 * The published split for the beats of the records that it was made for, else a random split of the
 * same kind: for synthetic records and for records of one's own.
 */
export function chooseSplit(beats: Beat[], source: DataSource): Split {
  const isPublished = !source.synthetic && source.name === mitBihSource.name &&
    beats.every((beat) => kaggleSplit.partOf(beat) !== undefined);
  return isPublished ? kaggleSplit : randomSplit(beats);
}

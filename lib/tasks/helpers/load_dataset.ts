import { type Beat, createDataset, type DatasetParts, protocols } from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/** Options of {@linkcode loadDataset}. */
export interface LoadDatasetOptions extends Partial<DataConfig> {
  /** The folder of the records; where there is none they are found. */
  data?: string;
  /** Beats of other records to train on as well. */
  more?: readonly Beat[];
}

/** Beats of records, wherever they are found, and where they come from. */
export async function loadBeats({ data, protocol = "by_beat", causal }: LoadDatasetOptions = {}) {
  const { directory, source } = await findRecords({ data });
  const { beatsOf } = protocols[protocol];
  const beats = (await readRecords(directory)).flatMap((record) => beatsOf(record, { causal }));
  return { beats, source };
}

/**
 * From records, wherever they are found, to the rows of each part and the name of the split. By patient, the test
 * rows are all that papers score: record 202 and class Q among them, which `countedRows()` leaves out.
 */
export async function loadDataset(
  options: LoadDatasetOptions = {},
): Promise<DatasetParts & { split: string }> {
  const { protocol = "by_beat", more } = options;
  const { beats, source } = await loadBeats(options);
  const split = protocols[protocol].splitOf(beats, source, { with202: true, withQ: true });
  const { name } = protocols[protocol].splitOf(beats, source);
  return { ...createDataset(beats, split, { source, more }), split: name };
}

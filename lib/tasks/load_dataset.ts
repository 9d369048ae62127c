import { chooseSplit, createDataset, type DatasetParts, segmentBeats } from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/** From records, wherever they are found, to rows for training, validation and test. */
export async function loadDataset(options: { data?: string } = {}): Promise<DatasetParts> {
  const { directory, source } = await findRecords(options);
  const beats = (await readRecords(directory)).flatMap(segmentBeats);
  return createDataset(beats, chooseSplit(beats, source), { source });
}

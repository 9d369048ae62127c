import { chooseSplit, createDataset, type DatasetParts, segmentBeats } from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/** From records, wherever they are found, to the rows of each part and the name of the split. */
export async function loadDataset(
  options: { data?: string } = {},
): Promise<DatasetParts & { split: string }> {
  const { directory, source } = await findRecords(options);
  const beats = (await readRecords(directory)).flatMap(segmentBeats);
  const split = chooseSplit(beats, source);
  return { ...createDataset(beats, split, { source }), split: split.name };
}

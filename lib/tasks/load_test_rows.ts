import { chooseSplit, createDataset, type Dataset, segmentBeats } from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/** The rows to test on, from records wherever they are found, and the name of the split that chose them. */
export async function loadTestRows(
  options: { data?: string } = {},
): Promise<{ test: Dataset<"test">; split: string }> {
  const { directory, source } = await findRecords(options);
  const beats = (await readRecords(directory)).flatMap(segmentBeats);
  const split = chooseSplit(beats, source);
  return { test: createDataset(beats, split, { source }).test, split: split.name };
}

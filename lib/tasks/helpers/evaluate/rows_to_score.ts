import type { Dataset, DatasetParts } from "lib/beats/mod.ts";
import { readHeartbeatCsv } from "lib/sources/mod.ts";
import { loadDataset, type LoadDatasetOptions } from "../load_dataset.ts";

/** Rows that a model is scored on. */
export interface RowsToScore {
  test: Dataset<"test">;
  /** The split's name. */
  split: string;
  /** All rows of the records; none of a file, which holds nothing but its rows. */
  parts?: DatasetParts;
}

/**
 * The test rows of records, or all rows of a heartbeat CSV file: with a header or without, gzipped or not.
 *
 * @throws {Error} when a line of the file is no row with a label, or there are no such records.
 */
export async function rowsToScore(options: LoadDatasetOptions): Promise<RowsToScore> {
  const { data } = options;
  if (data === undefined || !/\.csv(\.gz)?$/.test(data)) {
    const parts = await loadDataset(options);
    return { test: parts.test, split: parts.split, parts };
  }
  return { test: await readHeartbeatCsv(data, "test"), split: "all rows of the file" };
}

import { type Dataset, type Role, takeClass, takeRows } from "lib/beats/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";

/** What a configuration says of the rows of a part. */
export interface RowChoice extends Partial<Pick<DataConfig, "normalOnly">> {
  /** How many are picked at random, each class by its share; all by default and where it is 0. */
  limit?: number;
}

/** The rows of a part that a configuration trains on: those of class N alone, or a number of them, where it says so. */
export function chosenRows<R extends Role>(
  part: Dataset<R>,
  { normalOnly, limit }: RowChoice,
): Dataset<R> {
  const rows = normalOnly ? takeClass(part, 0) : part;
  return limit ? takeRows(rows, limit) : rows;
}

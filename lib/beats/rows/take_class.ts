import type { Dataset, Role } from "../dataset.ts";
import { takeRows } from "./take_rows.ts";

/**
 * The rows of one class of a dataset, copied, in their order: of class N, those that an autoencoder learns from.
 *
 * @param label 0 to 4.
 */
export function takeClass<R extends Role>(dataset: Dataset<R>, label: number): Dataset<R> {
  return takeRows(
    dataset,
    [...dataset.labels.keys()].filter((row) => dataset.labels[row] === label),
  );
}

import type { Dataset, DatasetInput, Role } from "../dataset.ts";
import { createPrng } from "lib/random/mod.ts";
import { stratifiedSample } from "../splits/stratified_sample.ts";

/** Options of {@linkcode takeRows}. */
export interface TakeRowsOptions {
  /** Seed of the random choice when `rows` is a number. Default 0. */
  seed?: number;
}

/**
 * A dataset of some rows of a dataset, copied.
 *
 * @param rows Row indices, in the order wanted; or how many rows to pick at random, with every
 *   class kept in its share and the rows kept in their order. A number beyond the dataset's takes
 *   all rows.
 * @throws {RangeError} when a row index is not in the dataset or the number is not a whole one.
 */
export function takeRows<R extends Role>(
  dataset: Dataset<R>,
  rows: number | ArrayLike<number>,
  { seed = 0 }: TakeRowsOptions = {},
): Dataset<R> {
  const indices = typeof rows === "number"
    ? stratifiedSample(dataset.labels, rows, createPrng(seed))
    : Array.from(rows);
  checkIndices(indices, dataset.labels.length);
  return {
    role: dataset.role,
    inputs: Object.fromEntries(
      Object.entries(dataset.inputs).map(([name, input]) => [name, takeValues(input, indices)]),
    ),
    labels: Uint8Array.from(indices, (row) => dataset.labels[row]!),
    provenance: indices.map((row) => ({ ...dataset.provenance[row]! })),
    source: { ...dataset.source },
    ...(dataset.audit ? { audit: dataset.audit } : {}),
  };
}

function checkIndices(indices: number[], rowCount: number): void {
  for (const row of indices) {
    if (Number.isInteger(row) && row >= 0 && row < rowCount) continue;
    throw new RangeError(
      `Cannot take row ${row}: a row must be a whole number from 0 to ${rowCount - 1}`,
    );
  }
}

function takeValues({ shape, values }: DatasetInput, indices: number[]): DatasetInput {
  const size = shape.reduce((product, length) => product * length, 1);
  const taken = new Float32Array(indices.length * size);
  indices.forEach((row, index) => {
    taken.set(values.subarray(row * size, (row + 1) * size), index * size);
  });
  return { shape: shape.slice(), values: taken };
}

import type { Dataset } from "./dataset.ts";

/** One mean and one deviation for all values: a row is standardized as (row - mean) / deviation. */
export interface Standardizer {
  /** Mean of all values. */
  mean: number;
  /** Standard deviation of all values. */
  deviation: number;
}

/** Options of {@linkcode fitStandardizer}. */
export interface FitStandardizerOptions {
  /** The input to fit. Default "beat". */
  input?: string;
}

/**
 * The mean and the (population) standard deviation of all values of the training rows, padding
 * included.
 *
 * @throws {Error} when the rows are not the audited training rows of a split, when there is no such input, or when
 *   its values do not vary.
 */
export function fitStandardizer(
  train: Dataset<"train">,
  { input = "beat" }: FitStandardizerOptions = {},
): Standardizer {
  if (train.role !== "train" || !train.audit) {
    throw new Error(
      "Cannot fit a standardizer: wanted the training rows of a dataset that createDataset() or requireNoLeak() " +
        `gave, found ${train.audit ? "" : "unchecked "}${train.role} rows`,
    );
  }
  const values = train.inputs[input]?.values;
  if (values === undefined) {
    throw new Error(
      `Cannot fit a standardizer: the input must be one of ` +
        `${Object.keys(train.inputs).join(", ")} but is "${input}"`,
    );
  }
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += (values[index]! - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  if (!(deviation > 0)) {
    throw new Error(
      `Cannot fit a standardizer: the deviation of input "${input}" must be positive but is ${deviation}`,
    );
  }
  return { mean, deviation };
}

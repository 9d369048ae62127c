import type { Dataset } from "../dataset.ts";
import { createPrng } from "lib/random/mod.ts";
import { stratifiedSample } from "./stratified_sample.ts";
import { takeRows } from "../rows/take_rows.ts";

/** Options of {@linkcode holdOutValidation}. */
export interface HoldOutOptions {
  /** The share of the rows to hold out, from 0 up to but not 1. Default 0.1. */
  validationFraction?: number;
  /** Seed of the random choice. Default 0. */
  seed?: number;
}

/**
 * Divides training rows into rows to train on and rows to choose models by.
 *
 * Rows are drawn at random with every class kept in its share; both parts keep the order of the
 * rows.
 *
 * @throws {RangeError} when the share is not in [0, 1).
 */
export function holdOutValidation(
  rows: Dataset<"train">,
  { validationFraction = 0.1, seed = 0 }: HoldOutOptions = {},
): { train: Dataset<"train">; validation: Dataset<"validation"> } {
  if (!(validationFraction >= 0 && validationFraction < 1)) {
    throw new RangeError(
      "Cannot hold out validation rows: their share must be at least 0 and less than 1 " +
        `but is ${validationFraction}`,
    );
  }
  const rowCount = rows.labels.length;
  const count = Math.round(rowCount * validationFraction);
  const heldOut = stratifiedSample(rows.labels, count, createPrng(seed));
  const isHeldOut = new Uint8Array(rowCount);
  for (const row of heldOut) isHeldOut[row] = 1;
  const kept = Array.from(rows.labels.keys()).filter((row) => !isHeldOut[row]);
  return {
    train: takeRows(rows, kept),
    validation: { ...takeRows(rows, heldOut), role: "validation" },
  };
}

import { confusionSums } from "./confusion_sums.ts";

/**
 * Cohen's kappa: agreement beyond what class shares alone would give (Cohen 1960).
 *
 * @param confusion Counts as `[actual][predicted]`, square.
 * @returns At most 1; 0 for agreement by chance; NaN when all rows are and were given one and the same class.
 * @throws {RangeError} When the matrix is not square or counts no row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { cohenKappa } from "lib/metrics/mod.ts";
 *
 * assert.equal(cohenKappa([[20, 5], [10, 15]]), 0.4);
 * ```
 */
export function cohenKappa(confusion: readonly (readonly number[])[]): number {
  const { total, correct, actual, predicted } = confusionSums(confusion);
  const byChance = actual.reduce((sum, count, index) => sum + count * predicted[index]!, 0);
  return (total * correct - byChance) / (total * total - byChance);
}

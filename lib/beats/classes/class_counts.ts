import { aamiClasses } from "./aami_classes.ts";

/**
 * How many labels there are of each AAMI class, in label order.
 *
 * @throws {RangeError} when a label is none of the classes'.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { classCounts } from "lib/beats/mod.ts";
 *
 * assert.deepEqual(classCounts([0, 0, 4]), [2, 0, 0, 0, 1]);
 * ```
 */
export function classCounts(labels: Iterable<number>): number[] {
  const counts = aamiClasses.map(() => 0);
  for (const label of labels) {
    if (counts[label] === undefined) {
      throw new RangeError(
        `Cannot count labels: a label must be from 0 to ${counts.length - 1} but is ${label}`,
      );
    }
    counts[label]++;
  }
  return counts;
}

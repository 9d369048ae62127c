import { aamiClasses } from "lib/beats/mod.ts";
import type { Doubt } from "lib/evaluation/mod.ts";

/** Notes on a model: when a beat is uncertain, what its possible classes promise, and which classes count as one. */
export function doubtNotes(
  { coverage, groups = [] }: Pick<Doubt, "coverage"> & Partial<Pick<Doubt, "groups">>,
): string[] {
  const joined = groups.filter((group) => group.length > 1).map((group) =>
    `${group.map((label) => aamiClasses[label]!.letter).join(" and ")} count as one class here.`
  );
  return [
    "A beat is uncertain when other classes are possible too, or when a part of it or of its rhythm " +
    `is missing. The possible classes include the right one for ${Math.round(100 * coverage)} % ` +
    "of the beats of each class in the patients on whom this was measured, and for fewer in others.",
    ...joined,
  ];
}

import type { Split } from "../create_dataset.ts";
import type { Beat } from "../segment_beats.ts";
import { patientOf } from "./patients.ts";

/** Options of {@linkcode recordFolds}. */
export interface RecordFoldsOptions {
  /** Number of folds; 8 by default. As many as there are patients: each is left out once. */
  folds?: number;
}

/**
 * Folds over patients: each split tests on the beats of some, validates on those of the next fold and trains on the
 * others. Patients are dealt to the folds class by class, the class that the fewest patients have first and those with
 * most of it first, each to the fold that has the fewest patients with it: so every fold has every class, as far as
 * there are patients.
 *
 * @param beats the beats to divide, for instance those of DS1; any other belongs to no part.
 * @throws {RangeError} for fewer than three folds or more than there are patients.
 */
export function recordFolds(
  beats: readonly Beat[],
  { folds = 8 }: RecordFoldsOptions = {},
): Split[] {
  const groups = dealPatients(beats, folds);
  const foldOf = new Map(groups.flatMap((group, fold) => group.map((patient) => [patient, fold])));
  return groups.map((_, fold) => ({
    name: `by patient, fold ${fold + 1} of ${folds}`,
    by: "patient",
    partOf({ record }: Beat) {
      const own = foldOf.get(patientOf(record));
      if (own === undefined) return undefined;
      return own === fold ? "test" : own === (fold + 1) % folds ? "validation" : "train";
    },
  }));
}

/** The patients of each fold, in the order in which they were dealt. */
function dealPatients(beats: readonly Beat[], folds: number): string[][] {
  const counts = new Map<string, number[]>();
  const totals: number[] = [];
  for (const { record, label } of beats) {
    const patient = patientOf(record);
    const own = counts.get(patient) ?? [];
    own[label] = (own[label] ?? 0) + 1;
    totals[label] = (totals[label] ?? 0) + 1;
    counts.set(patient, own);
  }
  if (!(Number.isInteger(folds) && folds >= 3 && folds <= counts.size)) {
    throw new RangeError(
      `Cannot make folds: their number must be from 3 to ${counts.size}, the patients, but is ${folds}`,
    );
  }
  const has = (patient: string, label: number) => (counts.get(patient)![label] ?? 0) > 0;
  const size = (patient: string) => counts.get(patient)!.reduce((sum, count) => sum + count, 0);
  const groups = Array.from({ length: folds }, () => [] as string[]);
  const waiting = new Set(counts.keys());
  const holders = (label: number) => [...counts.keys()].filter((patient) => has(patient, label));
  const labels = [...totals.keys()].filter((label) => totals[label]! > 0)
    .sort((a, b) => holders(a).length - holders(b).length);
  for (const label of labels) {
    const patients = holders(label).filter((patient) => waiting.has(patient)).sort((a, b) =>
      counts.get(b)![label]! - counts.get(a)![label]! || (a < b ? -1 : 1)
    );
    for (const patient of patients) {
      const of = (group: string[]) => group.filter((other) => has(other, label)).length;
      const beatsIn = (group: string[]) => group.reduce((sum, other) => sum + size(other), 0);
      const [least] = groups.toSorted((a, b) => of(a) - of(b) || beatsIn(a) - beatsIn(b));
      least!.push(patient);
      waiting.delete(patient);
    }
  }
  return groups;
}

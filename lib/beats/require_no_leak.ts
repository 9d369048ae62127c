import { auditDataset } from "./audit_dataset.ts";
import type { DatasetParts, Split } from "./create_dataset.ts";
import type { Audit, Dataset } from "./dataset.ts";
import { mitBihSource } from "./splits/kaggle_split.ts";
import { ds2, patientOf } from "./protocols/patients.ts";
import { recordFrequency } from "./segment_beats.ts";

/** What {@linkcode requireNoLeak} has to know of a split. */
export type LeakRules = Pick<Split, "name" | "by" | "knownShared" | "labelledSeconds">;

/**
 * Looks the three parts of a dataset through for what leaks from one to another, and marks them as looked through.
 *
 * @throws {Error} when a beat or a row of equal values is in two parts; when a beat is in one part twice, as rows are
 *   that were repeated or changed before the split; and, in a split by patient, when a patient is in two parts, or
 *   beats of DS2 are trained or validated on.
 */
export function requireNoLeak(parts: DatasetParts, rules: LeakRules): DatasetParts {
  const refuse = (found: string): never => {
    throw new Error(`Cannot use the split "${rules.name}": something leaks, ${found}`);
  };
  for (const [role, part] of Object.entries(parts) as [string, Dataset][]) {
    if (part.role !== role) refuse(`${part.role} rows are given as the ${role} part`);
    const twice = findTwice(part);
    if (twice) {
      refuse(
        `the beat at ${twice} stands twice in the ${role} part; augment and weigh rows while training`,
      );
    }
  }
  const { sharedBeats, sharedRows, sharedPatients } = auditDataset(parts);
  if (sharedBeats > 0) refuse(`${sharedBeats} beats are in two parts`);
  if (sharedRows > 0) refuse(`${sharedRows} rows have the values of a row in another part`);
  if (rules.by === "patient") {
    const unknown = sharedPatients.filter((patient) => !rules.knownShared?.includes(patient))
      .filter((patient) => !isAdapted(parts, patient, rules.labelledSeconds ?? 0));
    if (unknown.length > 0) refuse(`patients ${unknown.join(", ")} are in two parts`);
    checkChoices(parts, rules, refuse);
  }
  const audit = { split: rules.name } as Audit;
  return {
    train: { ...parts.train, audit },
    validation: { ...parts.validation, audit },
    test: { ...parts.test, audit },
  };
}

/** The place of a beat that a part has more than once. */
function findTwice({ provenance }: Dataset): string | undefined {
  const seen = new Set<string>();
  for (const { record, sample } of provenance) {
    if (record === "") continue;
    const place = `sample ${sample} of record "${record}"`;
    if (seen.has(place)) return place;
    seen.add(place);
  }
}

/** Whether all beats of a patient before a time are trained on and all after it tested. */
function isAdapted({ train, validation, test }: DatasetParts, patient: string, seconds: number) {
  const limit = seconds * recordFrequency;
  const samples = ({ provenance }: Dataset) =>
    provenance.filter(({ record }) => patientOf(record) === patient).map(({ sample }) => sample);
  return samples(validation).length === 0 && samples(train).every((sample) => sample < limit) &&
    samples(test).every((sample) => sample >= limit);
}

/** DS2 is there to test on: what chooses weights or settings has beats of DS1 alone. */
function checkChoices(
  { train, validation }: DatasetParts,
  { labelledSeconds = 0 }: LeakRules,
  refuse: (found: string) => never,
): void {
  if (train.source.name !== mitBihSource.name) return;
  const fromDs2 = ({ provenance }: Dataset, from = 0) =>
    provenance.find(({ record, sample }) =>
      ds2.includes(record) && record !== "202" && sample >= from * recordFrequency
    );
  const found = fromDs2(validation) ?? fromDs2(train, labelledSeconds);
  if (found) refuse(`record ${found.record} of DS2 is used to train or to choose`);
}

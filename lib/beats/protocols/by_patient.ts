import type { Split } from "../create_dataset.ts";
import type { DataSource } from "../dataset.ts";
import { mitBihSource } from "../splits/kaggle_split.ts";
import type { Beat } from "../segment_beats.ts";
import { ds1, ds2, patientOf } from "./patients.ts";
import { recordFolds } from "./record_folds.ts";

/** Options of {@linkcode byPatient}. */
export interface ByPatientOptions {
  /** Records of DS1 whose beats choose the best epoch; by default {@linkcode validationRecords}. */
  validation?: readonly string[];
  /**
   * Test on record 202 too, as papers do, though its patient is that of record 201, which is trained on. Default
   * false.
   */
  with202?: boolean;
  /** Test on beats of class Q too, of which the records have fifteen; none are trained on. Default false. */
  withQ?: boolean;
}

/**
 * The records of DS1 that choose the best epoch by default: each fifth one. A rule that looks at no beat.
 */
export const validationRecords: readonly string[] = ds1.filter((_, i) => i % 5 === 4);

/**
 * The split by patient: trained on DS1, tested on DS2, validated on whole records of DS1, so that no patient is in
 * two parts. The rows of these beats are those of lead MLII, as `segmentLead()` cuts them. Records of other
 * databases, whose beats are in no part by themselves, may be trained on as well: see `trainedToo`.
 */
export function byPatient(
  { validation = validationRecords, with202 = false, withQ = false }: ByPatientOptions = {},
): Split {
  const unknown = validation.find((record) => !ds1.includes(record));
  if (unknown !== undefined) {
    throw new Error(
      `Cannot split by patient: record "${unknown}" must be one of DS1 to validate on`,
    );
  }
  return {
    name: `by patient, DS1 to DS2${with202 ? " with 202" : ""}`,
    source: mitBihSource,
    by: "patient",
    knownShared: with202 ? ["201"] : [],
    partOf({ record, label }: Beat) {
      if (record === "202" && !with202) return undefined;
      if (ds2.includes(record)) return label === labelQ && !withQ ? undefined : "test";
      if (!ds1.includes(record) || label === labelQ) return undefined;
      return validation.includes(record) ? "validation" : "train";
    },
  };
}

const labelQ = 4;

/**
 * {@linkcode byPatient} for the records that DS1 and DS2 are of; for others a split of the same kind, the first of
 * the folds of their patients, with an eighth of the patients to test on.
 */
export function choosePatientSplit(
  beats: readonly Beat[],
  source: DataSource,
  options: ByPatientOptions = {},
): Split {
  if (!source.synthetic && source.name === mitBihSource.name) return byPatient(options);
  const known = beats.filter(({ label }) => label !== labelQ);
  const patients = new Set(known.map(({ record }) => patientOf(record))).size;
  const [split] = recordFolds(known, { folds: Math.max(3, Math.min(8, patients)) });
  return { ...split!, partOf: (beat) => beat.label === labelQ ? undefined : split!.partOf(beat) };
}

import type { Split } from "../create_dataset.ts";
import { mitBihSource } from "../kaggle_split.ts";
import type { Beat } from "../segment_beats.ts";
import { ds1, ds2 } from "./patients.ts";

/** Options of {@linkcode byPatient}. */
export interface ByPatientOptions {
  /** Records of DS1 whose beats choose the best epoch; by default {@linkcode validationRecords}. */
  validation?: readonly string[];
  /**
   * Test on record 202 too, as papers do, though its patient is that of record 201, which is trained on. Default
   * false.
   */
  with202?: boolean;
  /** Beats of class Q, of which the records have fifteen, belong to the parts too. Default false. */
  withQ?: boolean;
}

/**
 * The records of DS1 that choose the best epoch by default: each fifth one. A rule that looks at no beat.
 */
export const validationRecords: readonly string[] = ds1.filter((_, i) => i % 5 === 4);

/**
 * The split by patient: trained on DS1, tested on DS2, validated on whole records of DS1, so that no patient is in
 * two parts. The rows of these beats are those of lead MLII, as `segmentLead()` cuts them.
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
    partOf({ record, label }: Beat) {
      if (label === labelQ && !withQ || record === "202" && !with202) return undefined;
      if (ds2.includes(record)) return "test";
      if (!ds1.includes(record)) return undefined;
      return validation.includes(record) ? "validation" : "train";
    },
  };
}

const labelQ = 4;

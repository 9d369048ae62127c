import type { EcgRecord } from "lib/wfdb/mod.ts";
import { chooseSplit } from "../splits/choose_split.ts";
import { type ContextOptions } from "../context/rhythm_context.ts";
import { segmentWithContext } from "../context/segment_with_context.ts";
import type { Split } from "../create_dataset.ts";
import type { DataSource } from "../dataset.ts";
import { type Beat, segmentBeats } from "../segment_beats.ts";
import { adaptToPatients } from "./adapt_to_patients.ts";
import { type ByPatientOptions, choosePatientSplit } from "./by_patient.ts";

/** A rule that leads from records to the parts of a dataset. */
export interface Protocol {
  /** Labels that a model of it knows: 5, or 4 where class Q is left out. */
  classes: number;
  /** The beats of a record with all that models are given of them. */
  beatsOf(record: EcgRecord, options?: ContextOptions): Beat[];
  /** Which of the beats train, validate and test. */
  splitOf(beats: Beat[], source: DataSource, options?: ByPatientOptions): Split;
}

/** A protocol's name. */
export type ProtocolName = "by_beat" | "by_patient" | "by_patient_adapted";

const byPatient: Protocol = {
  classes: 4,
  beatsOf: (record, options) => segmentWithContext(record, leadOf(record), options),
  splitOf: choosePatientSplit,
};

/**
 * The protocols by name: the published random split by beat (signal 0, five classes); DS1 to DS2 (lead MLII, classes
 * N, S, V and F); and the same with five minutes of each test record labelled.
 */
export const protocols: Record<ProtocolName, Protocol> = {
  by_beat: { classes: 5, beatsOf: segmentBeats, splitOf: chooseSplit },
  by_patient: byPatient,
  by_patient_adapted: {
    ...byPatient,
    splitOf: (beats, source, options) =>
      adaptToPatients(choosePatientSplit(beats, source, options)),
  },
};

/** MLII by its name where the record has it; its first signal where it has not, as in other databases. */
function leadOf({ header }: EcgRecord): string {
  const leads = header.signals.map(({ description }) => description);
  return leads.includes("MLII") ? "MLII" : leads[0] ?? "MLII";
}

/**
 * Beats of records: the AAMI classes, the rows that models learn from, and the parts of a dataset.
 *
 * @module
 */

// The one table of classes.
export { type AamiClass, aamiClasses, labelOfSymbol } from "./classes/aami_classes.ts";

// From a record to beats and their rows.
export {
  type Beat,
  recordFrequency,
  rowFrequency,
  rowLength,
  segmentBeats,
  segmentLead,
} from "./segment_beats.ts";
export { rrIntervals } from "./rows/rr_intervals.ts";
export { fillGaps, type SampleRange } from "./rows/fill_gaps.ts";
export { resample, resampleRecord } from "./rows/resample_record.ts";

// A beat among the beats around it: its rhythm, and how it differs from the usual one.
export { contextLength, segmentWithContext } from "./context/segment_with_context.ts";
export { type ContextOptions, rhythmContext, rhythmNames } from "./context/rhythm_context.ts";
export {
  shapeLength,
  shapeStart,
  type UnusualBeats,
  unusualBeats,
  usualBlock,
} from "./context/usual_beats.ts";

// From beats to what a model is given.
export { inputsOf } from "./rows/inputs_of.ts";

// Which beats train, validate and test.
export {
  createDataset,
  type CreateDatasetOptions,
  type DatasetParts,
  type Split,
} from "./create_dataset.ts";
export type { HoldOutOptions } from "./splits/hold_out_validation.ts";
export type { DatasetInput } from "./dataset.ts";
export { chooseSplit } from "./splits/choose_split.ts";
export { kaggleSplit, mitBihSource, publishedTestSha256 } from "./splits/kaggle_split.ts";

// By patient: DS1 to DS2, and folds of records.
export {
  byPatient,
  type ByPatientOptions,
  choosePatientSplit,
  validationRecords,
} from "./protocols/by_patient.ts";
export { type AdaptOptions, adaptToPatients } from "./protocols/adapt_to_patients.ts";
export { type Protocol, type ProtocolName, protocols } from "./protocols/protocols.ts";
export { ds1, ds2, patientOf } from "./protocols/patients.ts";
export { recordFolds, type RecordFoldsOptions } from "./protocols/record_folds.ts";

// What a training or an evaluation is given.
export type { Audit, BeatProvenance, Dataset, DataSource, Role } from "./dataset.ts";
export { takeClass } from "./rows/take_class.ts";
export { takeRows, type TakeRowsOptions } from "./rows/take_rows.ts";
export {
  fitStandardizer,
  type FitStandardizerOptions,
  type Standardizer,
} from "./fit_standardizer.ts";
export { classWeights } from "./classes/class_weights.ts";

// What a dataset holds, for tables and figures, and whether a beat is in two parts.
export { type BeatsTable, beatsTable } from "./beats_table.ts";
export { classCounts } from "./classes/class_counts.ts";
export { auditDataset, type DatasetAudit } from "./audit_dataset.ts";
export { type LeakRules, requireNoLeak } from "./require_no_leak.ts";
export { formatValue } from "./csv/format_value.ts";

// The published CSV files.
export { writeHeartbeatCsv, type WrittenCsv } from "./csv/write_heartbeat_csv.ts";

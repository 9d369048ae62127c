/**
 * Beats: classes, rows, and which rows train, validate and test.
 *
 * @module
 */

// The one table of classes.
export { type AamiClass, aamiClasses as classes, labelOfSymbol } from "lib/beats/mod.ts";

// From a record to beats and their rows.
export {
  type Beat,
  recordFrequency,
  resample,
  resampleRecord,
  rowFrequency,
  rowLength,
  rrIntervals,
  segmentBeats as segment,
  segmentLead,
} from "lib/beats/mod.ts";

// A beat among the beats around it: its rhythm, and how it differs from the usual one.
export {
  contextLength,
  type ContextOptions,
  rhythmContext,
  rhythmNames,
  segmentWithContext,
  shapeLength,
  type UnusualBeats,
  unusualBeats as unusual,
} from "lib/beats/mod.ts";

// Training, validation and test.
export {
  chooseSplit,
  createDataset,
  type CreateDatasetOptions,
  type DatasetParts,
  type HoldOutOptions,
  kaggleSplit,
  mitBihSource,
  publishedTestSha256,
  type Split,
} from "lib/beats/mod.ts";
export type { DatasetInput } from "lib/beats/mod.ts";

// By patient.
export {
  type AdaptOptions,
  adaptToPatients,
  byPatient,
  type ByPatientOptions,
  choosePatientSplit,
  ds1,
  ds2,
  patientOf,
  type Protocol,
  type ProtocolName,
  protocols,
  recordFolds,
  type RecordFoldsOptions,
  validationRecords,
} from "lib/beats/mod.ts";

// Rows: what a training or an evaluation is given.
export {
  type Audit,
  type BeatProvenance,
  classWeights,
  type Dataset,
  type DataSource,
  fitStandardizer,
  type FitStandardizerOptions,
  type Role,
  type Standardizer,
  takeClass,
  takeRows,
  type TakeRowsOptions,
} from "lib/beats/mod.ts";

// What a dataset holds, and whether a beat is in two parts of it.
export {
  auditDataset as audit,
  type BeatsTable,
  beatsTable as table,
  classCounts,
  type DatasetAudit,
  type LeakRules,
  requireNoLeak,
} from "lib/beats/mod.ts";

// The rows as CSV files in the published format.
export { writeHeartbeatCsv as writeCsv, type WrittenCsv } from "lib/beats/mod.ts";

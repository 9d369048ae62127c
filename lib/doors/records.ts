/**
 * Records: find, read, make and write them.
 *
 * @module
 */

// Reading.
export {
  readRecord as readOne,
  type ReadRecordOptions as ReadOneOptions,
  readRecords as read,
  type ReadRecordsOptions as ReadOptions,
} from "lib/wfdb/mod.ts";
export { type EcgRecord as Record, physicalSignal } from "lib/wfdb/mod.ts";
export { type Annotation, type AnnotationCode, annotationCodes } from "lib/wfdb/mod.ts";
export { WfdbError as RecordError, type WfdbErrorDetails } from "lib/wfdb/mod.ts";

// What a record consists of, and where its bytes come from.
export type {
  ReadFile,
  ReadSignalsOptions,
  RecordHeader as Header,
  RecordLine,
  Segment,
  SignalFormat,
  SignalHeader,
} from "lib/wfdb/mod.ts";

// Finding: a folder, or the download from PhysioNet.
export { findRecords as find, type FindRecordsOptions as FindOptions } from "lib/sources/mod.ts";
export type { RecordSource } from "lib/sources/mod.ts";
export {
  type DownloadProgress,
  downloadRecords as download,
  type DownloadRecordsOptions as DownloadOptions,
  type RequestTimeouts,
  type RetryOptions,
} from "lib/sources/mod.ts";
export { DownloadError, type DownloadFailure, SourceError } from "lib/sources/mod.ts";
export { mitBihName, mitBihRecords, mitBihUrl } from "lib/sources/mod.ts";

// Rows of beats in CSV files.
export {
  readHeartbeatCsv as readCsv,
  type ReadHeartbeatCsvOptions as ReadCsvOptions,
} from "lib/sources/mod.ts";
export {
  HeartbeatCsvError as CsvError,
  type HeartbeatCsvPlace as CsvPlace,
} from "lib/sources/mod.ts";

// Synthetic records, for trying things without a network.
export {
  synthesizeRecord as synthesize,
  type SynthesizeRecordOptions as SynthesizeOptions,
} from "lib/sources/mod.ts";
export { type SyntheticPatient, syntheticPatients } from "lib/sources/mod.ts";
export {
  writeSyntheticRecords as writeSynthetic,
  type WriteSyntheticRecordsOptions as WriteSyntheticOptions,
} from "lib/sources/mod.ts";

// Writing.
export {
  encodeRecord as encode,
  writeRecord as write,
  type WriteRecordOptions as WriteOptions,
  type WrittenFormat,
} from "lib/wfdb/mod.ts";

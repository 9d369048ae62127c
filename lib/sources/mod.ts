/**
 * Where records and rows come from: a folder, a download, a file of heartbeats, or a model of the heart.
 *
 * @module
 */
export { DownloadError, type DownloadFailure } from "./download/download_error.ts";
export {
  type DownloadProgress,
  downloadRecords,
  type DownloadRecordsOptions,
} from "./download/download_records.ts";
export { findRecords, type FindRecordsOptions, type RecordSource } from "./find_records.ts";
export { mitBihName, mitBihRecords, mitBihUrl } from "./mit_bih_records.ts";
export { SourceError } from "./source_error.ts";
export { synthesizeRecord, type SynthesizeRecordOptions } from "./synthetic/synthesize_record.ts";
export { type SyntheticPatient, syntheticPatients } from "./synthetic/synthetic_patients.ts";
export {
  writeSyntheticRecords,
  type WriteSyntheticRecordsOptions,
} from "./synthetic/write_synthetic_records.ts";
export * from "./csv/heartbeat_csv_error.ts";
export * from "./csv/read_heartbeat_csv.ts";

/**
 * Where records and rows come from: a folder, a download, a file of heartbeats, or a model of the heart.
 *
 * @module
 */

// Records, wherever they are.
export { findRecords, type FindRecordsOptions, type RecordSource } from "./find_records.ts";
export { SourceError } from "./source_error.ts";

// The download from PhysioNet.
export {
  type DownloadProgress,
  downloadRecords,
  type DownloadRecordsOptions,
} from "./download/download_records.ts";
export type { RequestTimeouts } from "./download/request_file.ts";
export type { RetryOptions } from "./download/with_retries.ts";
export { DownloadError, type DownloadFailure } from "./download/download_error.ts";
export { mitBihName, mitBihRecords, mitBihUrl } from "./mit_bih_records.ts";

// Heartbeat CSV files.
export { readHeartbeatCsv, type ReadHeartbeatCsvOptions } from "./csv/read_heartbeat_csv.ts";
export { HeartbeatCsvError, type HeartbeatCsvPlace } from "./csv/heartbeat_csv_error.ts";

// What all files of beats may be: with a header, as pandas writes it, and gzipped.
export { type BeatColumns, beatColumns } from "./csv/beat_columns.ts";
export { unpackedBytes } from "./csv/unpacked_bytes.ts";

// Synthetic records.
export { synthesizeRecord, type SynthesizeRecordOptions } from "./synthetic/synthesize_record.ts";
export { type SyntheticPatient, syntheticPatients } from "./synthetic/synthetic_patients.ts";
export {
  writeSyntheticRecords,
  type WriteSyntheticRecordsOptions,
} from "./synthetic/write_synthetic_records.ts";

/** Reads and writes records in PhysioNet's WFDB formats: headers, signals and annotations. */
export type { Annotation } from "./annotations/annotation.ts";
export { type AnnotationCode, annotationCodes } from "./annotations/annotation_codes.ts";
export { decodeSignals, type DecodeSignalsOptions } from "./signals/decode_signals.ts";
export {
  encodeAnnotations,
  type EncodeAnnotationsOptions,
} from "./annotations/encode_annotations.ts";
export { parseAnnotations, type ParseAnnotationsOptions } from "./annotations/parse_annotations.ts";
export {
  parseHeader,
  type ParseHeaderOptions,
  type RecordHeader,
  type Segment,
} from "./header/parse_header.ts";
export type { RecordLine } from "./header/parse_record_line.ts";
export type { SignalHeader } from "./header/parse_signal_line.ts";
export { physicalSignal } from "./signals/physical_signal.ts";
export { type EcgRecord, readRecord, type ReadRecordOptions } from "./read_record.ts";
export { readRecords, type ReadRecordsOptions } from "./read_records.ts";
export type { ReadSignalsOptions } from "./signals/read_signals.ts";
export type { ReadFile } from "./record_files.ts";
export { type SignalFormat, signalFormats } from "./signals/signal_formats.ts";
export { WfdbError, type WfdbErrorDetails } from "./wfdb_error.ts";
export type { WrittenFormat } from "./signals/encode_signals.ts";
export { encodeRecord, writeRecord, type WriteRecordOptions } from "./write_record.ts";

/** Reads and writes records in PhysioNet's WFDB formats: headers, signals and annotations. */
export * from "./annotation_symbols.ts";
export * from "./decode_signals.ts";
export * from "./parse_annotations.ts";
export * from "./parse_header.ts";
export type { SignalHeader } from "./parse_signal_line.ts";
export * from "./physical_signal.ts";
export * from "./read_record.ts";
export * from "./read_records.ts";
export * from "./signal_formats.ts";
export * from "./wfdb_error.ts";

/**
 * An ECG recording from any file as one type: leads in mV on one time axis, gaps, annotations, and what to beware of.
 *
 * @module
 */

// What a recording is.
export type { Gap, Lead, Recording, RecordingAnnotation, RecordingFormat } from "./recording.ts";

// Any file to a recording.
export { readRecording, type ReadRecordingOptions } from "./read_recording.ts";

// Contents to recordings; the parsers take bytes or text, so that a browser can use them.
export { isWfdbHeader, parseRecording, type ParseRecordingOptions } from "./parse_recording.ts";
export { readWfdb, type ReadWfdbOptions } from "./read_wfdb.ts";
export { parseEdf, type ParseEdfOptions } from "./edf/parse_edf.ts";
export { parseCsv, type ParseCsvOptions } from "./csv/parse_csv.ts";
export { fromWfdb } from "./from_wfdb.ts";
export { lacksFrequency } from "./reading_error.ts";
export { millivoltsPer } from "./millivolts_per.ts";

// Which lead, and what is wrong with it.
export { chooseLead, type ChooseLeadOptions, type ChosenLead } from "./choose_lead.ts";
export { inspectLead, type LeadFinding } from "./inspect_lead.ts";

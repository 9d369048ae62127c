/**
 * Recordings: an ECG from any file, leads in mV, and what to beware of.
 *
 * @module
 */

// Any file to a recording.
export {
  fromWfdb as fromRecord,
  parseCsv,
  type ParseCsvOptions,
  parseEdf,
  type ParseEdfOptions,
  readRecording as read,
  type ReadRecordingOptions as ReadOptions,
} from "lib/recordings/mod.ts";

// What a recording is.
export type {
  Gap,
  Lead,
  Recording,
  RecordingAnnotation,
  RecordingFormat,
} from "lib/recordings/mod.ts";

// Which lead, and what is wrong with it.
export {
  chooseLead,
  type ChooseLeadOptions,
  type ChosenLead,
  inspectLead,
  type LeadFinding,
  millivoltsPer,
} from "lib/recordings/mod.ts";

/**
 * From a recording to labelled beats: which beats there are, what a model takes them for and how sure that is, as an
 * annotation file and as a report.
 *
 * @module
 */

// A recording to labelled beats.
export {
  type AnnotatedRecording,
  type AnnotateOptions,
  annotateRecording,
  type LabelledBeat,
} from "./annotate_recording.ts";

// The steps on the way, for beats that something else has found.
export { type PreparedLead, prepareLead } from "./prepare_lead.ts";
export { type EvenSignal, evenSignal } from "./even_signal.ts";
export { dropNoise, type DroppedNoise } from "./drop_noise.ts";
export { beatsOfPeaks } from "./beats_of_peaks.ts";
export { type Label, labelMargin, type LabelOptions, labelPeaks } from "./label_peaks.ts";

// What is made of them.
export { beatAnnotations } from "./beat_annotations.ts";
export { beatsCsv } from "./beats_csv.ts";
export {
  type BeatRun,
  type BeatsSummary,
  type ClassSummary,
  summarizeBeats,
} from "./summarize_beats.ts";
export { type ReportOptions, reportPage } from "./report/report_page.ts";

// Parts of the report for other pages.
export { countsHtml } from "./report/counts_html.ts";
export { doubtNotes } from "./report/doubt_notes.ts";
export { factList } from "./report/fact_list.ts";
export { formatShare } from "./report/format_share.ts";
export { formatTime } from "./report/format_time.ts";
export { reportStyle } from "./report/report_style.ts";
export { noSample, type StripSignal, stripSignal } from "./report/strip_signal.ts";

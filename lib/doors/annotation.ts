/**
 * Annotation: from a recording to labelled beats, an annotation file and a report.
 *
 * @module
 */

// A recording to labelled beats.
export {
  type AnnotatedRecording,
  type AnnotateOptions,
  annotateRecording as annotate,
  type Label,
  type LabelledBeat,
  type LabelOptions,
} from "lib/annotation/mod.ts";

// What is made of them.
export {
  beatAnnotations,
  type BeatRun,
  beatsCsv,
  type BeatsSummary,
  type ClassSummary,
  type ReportOptions,
  reportPage,
  summarizeBeats as summarize,
} from "lib/annotation/mod.ts";

/**
 * R peaks: detection, and scores of detections.
 *
 * @module
 */

// A whole signal, or one that arrives piece by piece.
export {
  createDetector,
  type Detector,
  type DetectorOptions,
  detectPeaks as detect,
} from "lib/peaks/mod.ts";

// Detections against reference beats.
export {
  type DetectionScore,
  type Episode,
  type MatchDetectionsOptions as MatchOptions,
  scoreDetections as score,
  type ScoreDetectionsOptions as ScoreOptions,
} from "lib/peaks/mod.ts";

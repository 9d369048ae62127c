/**
 * R peaks: finding them in a signal, and scoring what was found against reference beats. Knows no class.
 *
 * @module
 */

// A whole signal, or one that comes piece by piece.
export { detectPeaks } from "./detect_peaks.ts";
export { createDetector, type Detector, type DetectorOptions } from "./create_detector.ts";

// How detections agree with annotations.
export { matchDetections, type MatchDetectionsOptions } from "./match_detections.ts";
export {
  type DetectionScore,
  type Episode,
  scoreDetections,
  type ScoreDetectionsOptions,
} from "./score_detections.ts";

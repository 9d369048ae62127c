import { matchDetections, type MatchDetectionsOptions } from "./match_detections.ts";

/** A stretch of a record, in samples, both ends included. */
export interface Episode {
  /** First sample. */
  start: number;
  /** Last sample. */
  end: number;
}

/** What detections are scored with. */
export interface ScoreDetectionsOptions extends MatchDetectionsOptions {
  /** Stretches that count on neither side, such as ventricular flutter. */
  excluded?: readonly Episode[];
}

/** How detections agree with reference beats. */
export interface DetectionScore {
  /** Beats that were found. */
  found: number;
  /** Beats that were missed (FN). */
  missed: number;
  /** Detections without a beat (FP). */
  invented: number;
  /** Detection less beat of each pair, in seconds. */
  distances: number[];
}

/**
 * Counts the reference beats that were found and missed, and detections without a beat: see
 * {@linkcode matchDetections}.
 *
 * @param detections ascending sample numbers.
 * @param beats ascending sample numbers.
 */
export function scoreDetections(
  detections: ArrayLike<number>,
  beats: ArrayLike<number>,
  { rate, window, excluded = [] }: ScoreDetectionsOptions,
): DetectionScore {
  const ofBeat = matchDetections(detections, beats, { rate, window });
  const ofDetection = new Set(ofBeat);
  const counts = (sample: number) =>
    !excluded.some(({ start, end }) => start <= sample && sample <= end);
  const score: DetectionScore = { found: 0, missed: 0, invented: 0, distances: [] };
  for (let beat = 0; beat < beats.length; beat++) {
    const detection = ofBeat[beat]!;
    if (detection >= 0) {
      score.distances.push((detections[detection]! - beats[beat]!) / rate);
    }
    if (!counts(beats[beat]!)) continue;
    if (detection < 0) score.missed++;
    else score.found++;
  }
  for (let at = 0; at < detections.length; at++) {
    if (!ofDetection.has(at) && counts(detections[at]!)) score.invented++;
  }
  return score;
}

/** A stretch of a record, in samples, both ends included. */
export interface Episode {
  /** First sample. */
  start: number;
  /** Last sample. */
  end: number;
}

/** What detections are scored with. */
export interface ScoreDetectionsOptions {
  /** Samples a second. */
  rate: number;
  /** Largest distance of a detection from its beat in seconds; 0.15 by default, as in EC57. */
  window?: number;
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
 * Matches detections with reference beats, nearest pairs first and one to one, as the annotation standard
 * ANSI/AAMI EC57 has it but for its choice among several.
 *
 * @param detections ascending sample numbers.
 * @param beats ascending sample numbers.
 */
export function scoreDetections(
  detections: ArrayLike<number>,
  beats: ArrayLike<number>,
  { rate, window = 0.15, excluded = [] }: ScoreDetectionsOptions,
): DetectionScore {
  const reach = Math.round(window * rate);
  const pairs: { distance: number; beat: number; detection: number }[] = [];
  for (let beat = 0, first = 0; beat < beats.length; beat++) {
    while (first < detections.length && detections[first]! < beats[beat]! - reach) first++;
    for (let at = first; at < detections.length && detections[at]! <= beats[beat]! + reach; at++) {
      pairs.push({ distance: Math.abs(detections[at]! - beats[beat]!), beat, detection: at });
    }
  }
  pairs.sort((a, b) => a.distance - b.distance || a.beat - b.beat || a.detection - b.detection);
  const [ofBeat, ofDetection] = [new Map<number, number>(), new Set<number>()];
  for (const { beat, detection } of pairs) {
    if (ofBeat.has(beat) || ofDetection.has(detection)) continue;
    ofBeat.set(beat, detection);
    ofDetection.add(detection);
  }
  const counts = (sample: number) =>
    !excluded.some(({ start, end }) => start <= sample && sample <= end);
  const score: DetectionScore = { found: 0, missed: 0, invented: 0, distances: [] };
  for (let beat = 0; beat < beats.length; beat++) {
    const detection = ofBeat.get(beat);
    if (detection !== undefined) {
      score.distances.push((detections[detection]! - beats[beat]!) / rate);
    }
    if (!counts(beats[beat]!)) continue;
    if (detection === undefined) score.missed++;
    else score.found++;
  }
  for (let at = 0; at < detections.length; at++) {
    if (!ofDetection.has(at) && counts(detections[at]!)) score.invented++;
  }
  return score;
}

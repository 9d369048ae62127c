/** Options of {@linkcode matchDetections}. */
export interface MatchDetectionsOptions {
  /** Samples a second. */
  rate: number;
  /** Largest distance of a detection from its beat in seconds; 0.15 by default, as in EC57. */
  window?: number;
}

/**
 * The detection that belongs to each reference beat: nearest pairs first and one to one, as the annotation standard
 * ANSI/AAMI EC57 has it but for its choice among several.
 *
 * @param detections ascending sample numbers.
 * @param beats ascending sample numbers.
 * @returns for each beat the place of its detection, -1 where it was missed, `[beats]`.
 */
export function matchDetections(
  detections: ArrayLike<number>,
  beats: ArrayLike<number>,
  { rate, window = 0.15 }: MatchDetectionsOptions,
): Int32Array {
  const reach = Math.round(window * rate);
  const pairs: { distance: number; beat: number; detection: number }[] = [];
  for (let beat = 0, first = 0; beat < beats.length; beat++) {
    while (first < detections.length && detections[first]! < beats[beat]! - reach) first++;
    for (let at = first; at < detections.length && detections[at]! <= beats[beat]! + reach; at++) {
      pairs.push({ distance: Math.abs(detections[at]! - beats[beat]!), beat, detection: at });
    }
  }
  pairs.sort((a, b) => a.distance - b.distance || a.beat - b.beat || a.detection - b.detection);
  const ofBeat = new Int32Array(beats.length).fill(-1);
  const taken = new Set<number>();
  for (const { beat, detection } of pairs) {
    if (ofBeat[beat] !== -1 || taken.has(detection)) continue;
    ofBeat[beat] = detection;
    taken.add(detection);
  }
  return ofBeat;
}

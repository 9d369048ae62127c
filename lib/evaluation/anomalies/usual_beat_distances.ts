import type { Beat, BeatProvenance } from "lib/beats/mod.ts";

/**
 * How far each beat is from the usual beat of its record around it: the mean distance of its shape in units of that
 * beat's range. It learns nothing before, but it has to have seen the patient.
 *
 * @param beats with the input "difference", as `segmentWithContext()` gives them.
 * @returns one distance for each place, `[places]`.
 * @throws {Error} When a place is that of none of the beats.
 */
export function usualBeatDistances(
  beats: readonly Beat[],
  places: readonly BeatProvenance[],
): Float64Array {
  const distances = new Map(beats.map(({ record, sample, inputs }) => {
    const { difference } = inputs!;
    const sum = difference!.reduce((total, value) => total + Math.abs(value), 0);
    return [`${record}/${sample}`, sum / difference!.length];
  }));
  return Float64Array.from(places, ({ record, sample }) => {
    const distance = distances.get(`${record}/${sample}`);
    if (distance !== undefined) return distance;
    throw new Error(
      `Cannot say how far a beat is from the usual one: wanted a beat of record "${record}" at sample ` +
        `${sample}, found none`,
    );
  });
}

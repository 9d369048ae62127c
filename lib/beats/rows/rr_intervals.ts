import { type Beat, recordFrequency } from "../segment_beats.ts";

/**
 * The time from the beat before to each beat, in seconds: the RR interval. The first beat of a
 * record has none: NaN. Waves that are none of the five classes (ventricular flutter) are no beats
 * here: the beat after them has the time from before them, some 100 s at most in record 207.
 *
 * @param beats Beats in the order of their records, as {@linkcode segmentBeats} gives them.
 * @returns One interval a beat.
 */
export function rrIntervals(beats: Beat[]): Float64Array {
  return Float64Array.from(beats, (beat, index) => {
    const previous = beats[index - 1];
    if (previous?.record !== beat.record) return NaN;
    return (beat.sample - previous.sample) / recordFrequency;
  });
}

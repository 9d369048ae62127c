import { type Beat, recordFrequency } from "./segment_beats.ts";

/**
 * The time from the beat before to each beat, in seconds: the RR interval. The first beat of a
 * record has none: NaN.
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

import { aamiClasses } from "./classes/aami_classes.ts";
import { rrIntervals } from "./rows/rr_intervals.ts";
import { type Beat, recordFrequency } from "./segment_beats.ts";

/** Beats as columns, one value a beat in each. */
export interface BeatsTable {
  /** The record's name. */
  record: string[];
  /** The beat's place in the record, in seconds. */
  time: number[];
  /** The annotation symbol. */
  symbol: string[];
  /** The letter of the AAMI class. */
  class: string[];
  /** The RR interval before the beat, in seconds; NaN for the first beat of a record. */
  rr: number[];
}

/**
 * Beats as the columns of a data frame.
 *
 * @param beats Beats in the order of their records, as {@linkcode segmentBeats} gives them.
 */
export function beatsTable(beats: Beat[]): BeatsTable {
  return {
    record: beats.map((beat) => beat.record),
    time: beats.map((beat) => beat.sample / recordFrequency),
    symbol: beats.map((beat) => beat.symbol),
    class: beats.map((beat) => aamiClasses[beat.label]!.letter),
    rr: Array.from(rrIntervals(beats)),
  };
}

import { aamiClasses, type Dataset, recordFrequency } from "lib/beats/mod.ts";
import type { ReconstructedRows } from "./reconstruct_rows.ts";

/** For each class that has rows the one whose error is at a share of the class's sorted errors: .5, the median one. */
export function rowsAtShare(
  errors: ArrayLike<number>,
  labels: ArrayLike<number>,
  share: number,
): number[] {
  const rows = Array.from({ length: labels.length }, (_, row) => row);
  return aamiClasses.flatMap(({ label }) => {
    const own = rows.filter((row) => labels[row] === label)
      .sort((a, b) => errors[a]! - errors[b]!);
    return own.slice(Math.floor(share * (own.length - 1))).slice(0, 1);
  });
}

/** Options of {@linkcode mostUnusualRows}. */
export interface MostUnusualOptions {
  /** The class to look at. Default 0: beats that are called normal. */
  label?: number;
  /** Rows at most. Default 10. */
  count?: number;
  /** Rows of one record at most, for some records are unusual throughout. Default 2. */
  perRecord?: number;
}

/** The rows of a class with the largest errors, the largest first. */
export function mostUnusualRows(
  errors: ArrayLike<number>,
  { labels, provenance }: Pick<Dataset, "labels" | "provenance">,
  { label = 0, count = 10, perRecord = 2 }: MostUnusualOptions = {},
): number[] {
  const taken = new Map<string, number>();
  return Array.from(labels.keys()).filter((row) => labels[row] === label)
    .sort((a, b) => errors[b]! - errors[a]!)
    .filter((row) => {
      const { record } = provenance[row]!;
      const before = taken.get(record) ?? 0;
      taken.set(record, before + 1);
      return before < perRecord;
    }).slice(0, count);
}

/** A row and what was given back of it, without padding, in the units of the row. */
export interface PickedBeat {
  /** The letter of its class, a line break, and its place. */
  title: string;
  /** The record and the time of its R peak in it, in words. */
  place: string;
  /** The number of its class, 0 to 4. */
  label: number;
  /** What was there, `[values]`. */
  given: Float32Array;
  /** What was given back, `[values]`. */
  reconstruction: Float32Array;
}

/**
 * Some rows and what was given back of them, without padding, for figures: of the first input alone, and the title
 * says the class, the record and the time in it.
 *
 * @param length Values of the first input.
 */
export function reconstructedBeats(
  { targets, reconstructions, weights, size }: ReconstructedRows,
  { labels, provenance }: Pick<Dataset, "labels" | "provenance">,
  { picks, length }: { picks: readonly number[]; length: number },
): PickedBeat[] {
  return picks.map((row) => {
    const from = row * size;
    const end = weights.subarray(from, from + length).findLastIndex((weight) => weight !== 0) + 1;
    const { record, sample } = provenance[row]!;
    const label = labels[row]!;
    const place = `record ${record}, ${(sample / recordFrequency).toFixed(1)} s`;
    return {
      title: `${aamiClasses[label]!.letter}<br>${place}`,
      place,
      label,
      given: targets.slice(from, from + end),
      reconstruction: reconstructions.slice(from, from + end),
    };
  });
}

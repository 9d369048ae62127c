import { aamiClasses, type Dataset, recordFrequency } from "lib/beats/mod.ts";

/** A row of a dataset and the beat of a record that it was cut for. */
export interface TracedBeat {
  /** The row in the dataset. */
  row: number;
  /** The record that the beat is from; "" where it is not known. */
  record: string;
  /** The beat's place in the record in seconds; NaN where it is not known. */
  time: number;
  /** The annotation symbol. */
  symbol: string;
  /** The letter of the class that it is of. */
  actual: string;
}

/** The beat of a row. */
export function traceBeat(
  { labels, provenance }: Pick<Dataset, "labels" | "provenance">,
  row: number,
): TracedBeat {
  const { record, sample, symbol } = provenance[row]!;
  return {
    row,
    record,
    time: record === "" ? NaN : sample / recordFrequency,
    symbol,
    actual: aamiClasses[labels[row]!]!.letter,
  };
}

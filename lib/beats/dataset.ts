/** What a part of the data is for. */
export type Role = "train" | "validation" | "test";

/** Where the data comes from; figures and tables made from it say so. */
export interface DataSource {
  /** For instance "MIT-BIH Arrhythmia Database 1.0.0". */
  name: string;
  /** True when the records were generated, not measured. */
  synthetic: boolean;
}

/** One input of a model for all rows of a dataset. */
export interface DatasetInput {
  /** The shape of one row, for instance [187, 1]. */
  shape: number[];
  /** The rows one after the other: as many values as rows times the product of `shape`. */
  values: Float32Array;
}

/** The place in a record that a row was cut from. */
export interface BeatProvenance {
  /** The record's name; "" where it is not known, as for rows read from a CSV file. */
  record: string;
  /** The sample number of the beat; -1 where it is not known. */
  sample: number;
  /** The beat's annotation symbol; "" where it is not known. */
  symbol: string;
}

declare const passed: unique symbol;

/** What says that rows were looked through for leaks with the other parts of their split. */
export interface Audit {
  /** The split's name. */
  readonly split: string;
  /**
   * Nothing but `requireNoLeak()` gives this.
   *
   * @internal
   */
  readonly [passed]: true;
}

/**
 * Rows for a model, with their labels and where they come from.
 *
 * The role is part of the type: a function that takes a `Dataset<"train">` cannot be given test
 * rows.
 */
export interface Dataset<R extends Role = Role> {
  /** What the rows are for. */
  role: R;
  /** The model's inputs by name. Every dataset has "beat", of shape [187, 1]. */
  inputs: Record<string, DatasetInput>;
  /** One AAMI label a row, 0 to 4. */
  labels: Uint8Array;
  /** One place a row. */
  provenance: BeatProvenance[];
  /** Where the data comes from. */
  source: DataSource;
  /** One for all parts that were looked through together; training takes no others. */
  audit?: Audit;
}

/** Where in a heartbeat CSV file an error is. */
export interface HeartbeatCsvPlace {
  /** Path of the file. */
  path: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1; undefined when the whole line is meant. */
  column?: number;
}

/** A heartbeat CSV file is not as it must be. */
export class HeartbeatCsvError extends Error {
  /** Name of the class. */
  override name = "HeartbeatCsvError";
  /** Where the error is. */
  readonly place: HeartbeatCsvPlace;

  /**
   * Says where in the file something is wrong, and what.
   *
   * @param place Where the error is.
   * @param problem What was wanted and what was found, for instance "a label must be ... but is 7".
   */
  constructor(place: HeartbeatCsvPlace, problem: string) {
    const column = place.column === undefined ? "" : `, column ${place.column}`;
    super(
      `Cannot read heartbeat rows from "${place.path}", line ${place.line}${column}: ${problem}`,
    );
    this.place = place;
  }
}

/** What a {@linkcode WfdbError} tells a program; its message tells a reader the same. */
export interface WfdbErrorDetails {
  /** Name of the file at fault, e.g. `"207.dat"`. */
  file: string;
  /** What of the file is at fault, e.g. `"signal 1 checksum"`. */
  part: string;
  /** What was wanted. */
  wanted: string | number;
  /** What was found instead. */
  found: string | number;
}

/**
 * A record that cannot be read or written, because a file is missing, damaged or not what its header says.
 *
 * @example
 * ```ts
 * import { WfdbError } from "lib/wfdb/mod.ts";
 *
 * const details = { file: "207.dat", part: "signal 1 checksum", wanted: 12345, found: 12001 };
 * const error = new WfdbError('read record "207"', details);
 * console.log(error.message); // Cannot read record "207": signal 1 checksum must be 12345 but is 12001
 * ```
 */
export class WfdbError extends Error {
  /** The kind of error, as `error.name` says it. */
  override name = "WfdbError";

  /** `task` completes "Cannot ...", e.g. `read record "207"`. */
  constructor(task: string, readonly details: WfdbErrorDetails, options?: ErrorOptions) {
    const { part, wanted, found } = details;
    super(`Cannot ${task}: ${part} must be ${wanted} but is ${found}`, options);
  }
}

/** A text from a damaged file as an error shows it: quoted, without control characters and not too long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

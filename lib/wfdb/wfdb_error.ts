/** What a {@linkcode WfdbError} tells a program; its message tells a reader the same. */
export interface WfdbErrorDetails {
  /** Name of the file at fault, e.g. `"207.dat"`. */
  file: string;
  /** What of the file is at fault, e.g. `"signal 1 checksum"`. */
  part: string;
  /** What was wanted. */
  wanted: string;
  /** What was found instead. */
  found: string;
}

/**
 * A record that cannot be read or written, because a file is missing, damaged or not what its header says.
 *
 * @example
 * ```ts
 * import { WfdbError } from "lib/wfdb/mod.ts";
 *
 * const error = new WfdbError('read record "207"', {
 *   file: "207.dat",
 *   part: "signal 1 checksum",
 *   wanted: "12345",
 *   found: "12001",
 * });
 * console.log(error.message); // Cannot read record "207": signal 1 checksum must be 12345 but is 12001
 * ```
 */
export class WfdbError extends Error implements WfdbErrorDetails {
  override name = "WfdbError";
  readonly file: string;
  readonly part: string;
  readonly wanted: string;
  readonly found: string;

  /** `task` completes "Cannot ...", e.g. `read record "207"`. */
  constructor(task: string, details: WfdbErrorDetails, options?: ErrorOptions) {
    const { file, part, wanted, found } = details;
    super(`Cannot ${task}: ${part} must be ${wanted} but is ${found}`, options);
    this.file = file;
    this.part = part;
    this.wanted = wanted;
    this.found = found;
  }
}

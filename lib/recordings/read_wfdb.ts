import { type ReadFile, readRecord, WfdbError } from "../wfdb/mod.ts";
import { fromWfdb } from "./from_wfdb.ts";
import { readingError } from "./reading_error.ts";
import type { Recording } from "./recording.ts";

/** Options of {@linkcode readWfdb}. */
export interface ReadWfdbOptions {
  /** Name of the file that was asked for, for errors. */
  name: string;
  /** Unit of the voltages, taken instead of what the header says of them. */
  unit?: string;
  /** Gives the bytes of a file by its path; by default from the file system. */
  readFile?: ReadFile;
}

/**
 * Reads a WFDB record by the path of its header. Where its initial values or checksums are wrong it is read all the
 * same, with a warning.
 *
 * @throws {Error} whose message begins with `Cannot read`, where a file is missing or damaged.
 */
export async function readWfdb(header: string, options: ReadWfdbOptions): Promise<Recording> {
  const { name, unit, readFile } = options;
  if (!header.endsWith(".hea")) {
    throw readingError(name, { wanted: "a WFDB header called .hea", found: "another name" });
  }
  const path = header.slice(0, -".hea".length);
  try {
    return fromWfdb(await readRecord(path, { readFile }), { unit });
  } catch (error) {
    if (!(error instanceof WfdbError)) throw error;
    const { part, wanted, found } = error.details;
    if (!/ (checksum|initial value)$/.test(part)) throw error;
    const recording = fromWfdb(await readRecord(path, { verify: false, readFile }), { unit });
    recording.warnings.unshift(
      `The record is not what its header says: ${part} must be ${wanted} but is ${found}.`,
    );
    return recording;
  }
}

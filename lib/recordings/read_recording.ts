import { requireRegularFile } from "../files/mod.ts";
import {
  isWfdbHeader,
  parseRecording,
  type ParseRecordingOptions,
  requireVoltage,
  warnOfFrequency,
} from "./parse_recording.ts";
import { readWfdb } from "./read_wfdb.ts";
import { readingError } from "./reading_error.ts";
import type { Recording } from "./recording.ts";

/** Options of {@linkcode readRecording}. */
export type ReadRecordingOptions = ParseRecordingOptions;

/** What fits in one array of bytes. */
const largestFile = 2 ** 31;

/**
 * Reads a recording from a WFDB header (or the path of the record without extension), an EDF or BDF file, or a CSV file.
 * What a file is, its content says and not its name.
 *
 * A WFDB record whose initial value or checksum is wrong is read all the same, with a warning.
 *
 * @throws {Error} whose message begins with `Cannot read`, where the file is missing, damaged or of another kind.
 *
 * @example
 * ```ts
 * import { readRecording } from "lib/recordings/mod.ts";
 *
 * const { format, frequency, leads } = await readRecording("tests/fixtures/recordings/plus.edf");
 * console.log(format, frequency, leads.map(({ name }) => name)); // EDF+C 64 [ "ECG II", "ECG V1" ]
 * ```
 */
export async function readRecording(
  path: string,
  options: ReadRecordingOptions = {},
): Promise<Recording> {
  const name = path.split(/[/\\]/).at(-1)!;
  requireVoltage(name, options.unit);
  const { bytes, header } = await findFile(path, name);
  if (header === undefined && !isWfdbHeader(name, bytes)) {
    return parseRecording({ name, bytes }, options);
  }
  const recording = await readWfdb(header ?? path, { unit: options.unit, name });
  warnOfFrequency(recording, options);
  return recording;
}

/** The bytes of a file, or the path of the WFDB header that belongs to a path which is a record's or a signal file's. */
async function findFile(
  path: string,
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; header?: string }> {
  const none = new Uint8Array();
  try {
    await requireRegularFile(path);
    const header = path.replace(/\.[^./\\]*$/, ".hea");
    // A signal or annotation file is named often where its header is meant.
    if (/\.(dat|atr|qrs)$/i.test(path) && await isFile(header)) return { bytes: none, header };
    const { size } = await Deno.stat(path);
    if (size > largestFile) {
      throw readingError(name, {
        wanted: `a file of at most ${largestFile} bytes`,
        found: String(size),
      });
    }
    return { bytes: await Deno.readFile(path) };
  } catch (error) {
    if (await isFile(`${path}.hea`)) return { bytes: none, header: `${path}.hea` };
    if (error instanceof Deno.errors.NotFound) {
      throw readingError(name, { wanted: "a file", found: "none" }, { cause: error });
    }
    if (error instanceof Error && error.message.startsWith("Cannot read")) throw error;
    throw readingError(name, { wanted: "a readable file", found: String(error) }, { cause: error });
  }
}

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}

import {
  isWfdbHeader,
  parseRecording,
  type ParseRecordingOptions,
  readWfdb,
  type Recording,
} from "lib/recordings/mod.ts";
import type { NamedFile } from "../messages.ts";

/**
 * Reads one of the recordings among files that are at hand as bytes.
 *
 * @param name the name of its file, of a WFDB record that of its header.
 * @param options `frequency` in Hz, for a CSV file that does not say it.
 * @throws {Error} whose message begins with `Cannot read`, where a file is missing, damaged or of another kind.
 */
export async function readFiles(
  files: readonly NamedFile[],
  name: string,
  options: Pick<ParseRecordingOptions, "frequency"> = {},
): Promise<Recording> {
  const bytesOf = (wanted: string) => files.find((file) => file.name === wanted)?.bytes;
  const bytes = bytesOf(name) ?? new Uint8Array();
  return isWfdbHeader(name, bytes)
    ? await readWfdb(name, { name, readFile: bytesOf })
    : parseRecording({ name, bytes }, options);
}

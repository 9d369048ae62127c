import { readRecord, WfdbError } from "../wfdb/mod.ts";
import { requireRegularFile } from "../files/mod.ts";
import { parseCsv } from "./csv/parse_csv.ts";
import { decodeText } from "./decode_text.ts";
import { fromWfdb } from "./from_wfdb.ts";
import { millivoltsPer } from "./millivolts_per.ts";
import { parseEdf } from "./edf/parse_edf.ts";
import { readingError } from "./reading_error.ts";
import { recognizeFile } from "./recognize_file.ts";
import type { Recording } from "./recording.ts";

/** Options of {@linkcode readRecording}. */
export interface ReadRecordingOptions {
  /** Samples per second, for a CSV file; other files say it themselves. */
  frequency?: number;
  /** Unit of the voltages, taken instead of what the file says of them or does not say. */
  unit?: string;
}

/** What fits in one text of the engine, and in one array of bytes. */
const [longestText, largestFile] = [2 ** 29 - 100, 2 ** 31];

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
  if (options.unit !== undefined && millivoltsPer(options.unit) === undefined) {
    throw readingError(name, { wanted: "a unit of voltage such as mV or uV", found: options.unit });
  }
  const { bytes, header } = await findFile(path, name);
  const stem = name.replace(/\.[^.]*$/, "");
  const isHeader = header !== undefined || /\.hea$/i.test(name) && bytes.length > 0;
  const kind = isHeader ? "WFDB header" : kindOf(bytes, name);
  if (kind === "CSV" && bytes.length > longestText) {
    throw readingError(name, {
      wanted: `a text of at most ${longestText} bytes`,
      found: String(bytes.length),
    });
  }
  if (kind === "CSV") return { ...parseCsv(decodeText(bytes), { ...options, name }), name: stem };
  const { unit } = options;
  const recording = kind === "WFDB header"
    ? await readWfdb(header ?? path, { unit, name })
    : { ...parseEdf(bytes, { unit, name }), name: stem };
  if (options.frequency !== undefined && options.frequency !== recording.frequency) {
    recording.warnings.push(
      `The file says ${recording.frequency} Hz; the ${options.frequency} Hz that were given are not taken.`,
    );
  }
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

function kindOf(bytes: Uint8Array, name: string): "EDF" | "BDF" | "CSV" | "WFDB header" {
  const recognized = recognizeFile(bytes);
  if (recognized.kind !== "other") return recognized.kind;
  const found = /\.dat$/i.test(name)
    ? `a signal file without its header ${name.replace(/\.dat$/i, ".hea")}`
    : recognized.what;
  throw readingError(name, { wanted: "a recording (WFDB, EDF, BDF or CSV)", found });
}

async function readWfdb(
  header: string,
  { unit, name }: { unit?: string | undefined; name: string },
): Promise<Recording> {
  if (!header.endsWith(".hea")) {
    throw readingError(name, { wanted: "a WFDB header called .hea", found: "another name" });
  }
  const path = header.slice(0, -".hea".length);
  try {
    return fromWfdb(await readRecord(path), { unit });
  } catch (error) {
    if (!(error instanceof WfdbError)) throw error;
    const { part, wanted, found } = error.details;
    if (!/ (checksum|initial value)$/.test(part)) throw error;
    const recording = fromWfdb(await readRecord(path, { verify: false }), { unit });
    recording.warnings.unshift(
      `The record is not what its header says: ${part} must be ${wanted} but is ${found}.`,
    );
    return recording;
  }
}

import { parseCsv } from "./csv/parse_csv.ts";
import { decodeText } from "./decode_text.ts";
import { parseEdf } from "./edf/parse_edf.ts";
import { millivoltsPer } from "./millivolts_per.ts";
import { readingError } from "./reading_error.ts";
import { recognizeFile } from "./recognize_file.ts";
import type { Recording } from "./recording.ts";

/** Options of {@linkcode parseRecording}. */
export interface ParseRecordingOptions {
  /** Samples per second, for a CSV file; other files say it themselves. */
  frequency?: number;
  /** Unit of the voltages, taken instead of what the file says of them or does not say. */
  unit?: string;
}

/** What fits in one text of the engine. */
const longestText = 2 ** 29 - 100;

/**
 * Parses a file that is a recording by itself: EDF, BDF or CSV, as its content says and not its name.
 *
 * @param file its name, with the extension, and its bytes.
 * @throws {Error} whose message begins with `Cannot read`, where the file is damaged or of another kind.
 */
export function parseRecording(
  { name, bytes }: { name: string; bytes: Uint8Array },
  options: ParseRecordingOptions = {},
): Recording {
  requireVoltage(name, options.unit);
  const stem = name.replace(/\.[^.]*$/, "");
  const kind = kindOf(bytes, name);
  if (kind === "CSV") {
    if (bytes.length > longestText) {
      throw readingError(name, {
        wanted: `a text of at most ${longestText} bytes`,
        found: String(bytes.length),
      });
    }
    return { ...parseCsv(decodeText(bytes), { ...options, name }), name: stem };
  }
  const recording = { ...parseEdf(bytes, { unit: options.unit, name }), name: stem };
  warnOfFrequency(recording, options);
  return recording;
}

/** Throws where a unit that was asked for is none of voltage. */
export function requireVoltage(name: string, unit: string | undefined): void {
  if (unit === undefined || millivoltsPer(unit) !== undefined) return;
  throw readingError(name, { wanted: "a unit of voltage such as mV or uV", found: unit });
}

/** Adds a warning where a frequency was given for a file that says its own. */
export function warnOfFrequency(
  recording: Recording,
  { frequency }: ParseRecordingOptions,
): void {
  if (frequency === undefined || frequency === recording.frequency) return;
  recording.warnings.push(
    `The file says ${recording.frequency} Hz; the ${frequency} Hz that were given are ignored.`,
  );
}

/** Whether a file is the header of a WFDB record, by its content or by its name. */
export function isWfdbHeader(name: string, bytes: Uint8Array): boolean {
  return bytes.length > 0 &&
    (/\.hea$/i.test(name) || recognizeFile(bytes).kind === "WFDB header");
}

function kindOf(bytes: Uint8Array, name: string): "EDF" | "BDF" | "CSV" {
  const recognized = recognizeFile(bytes);
  if (recognized.kind === "EDF" || recognized.kind === "BDF" || recognized.kind === "CSV") {
    return recognized.kind;
  }
  const found = /\.dat$/i.test(name)
    ? `a signal file without its header ${name.replace(/\.dat$/i, ".hea")}`
    : recognized.kind === "other"
    ? recognized.what
    : "a WFDB header alone";
  throw readingError(name, { wanted: "a recording (WFDB, EDF, BDF or CSV)", found });
}

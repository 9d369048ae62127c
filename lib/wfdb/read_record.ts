import type { Annotation } from "./annotations/annotation.ts";
import { parseAnnotations } from "./annotations/parse_annotations.ts";
import type { RecordHeader } from "./header/parse_header.ts";
import { readSegments } from "./read_segments.ts";
import { readSignals, type ReadSignalsOptions } from "./signals/read_signals.ts";
import {
  type ReadFile,
  readHeader,
  readRecordFile,
  type RecordFiles,
  recordFiles,
} from "./record_files.ts";
import { WfdbError } from "./wfdb_error.ts";

/** A record: its header, the raw integers of its signals, and its annotations. */
export interface EcgRecord {
  /** Name of the record's files, e.g. `"100"`. */
  name: string;
  /** What the header file says; `signals` of a multi-segment record describes the joined signals. */
  header: RecordHeader;
  /** Raw ADC integers, an array of `sampleCount * samplesPerFrame` for each signal of the header. */
  signals: Int32Array[];
  /** In the order of the file, which is by sample. */
  annotations: Annotation[];
}

/** Options of {@linkcode readRecord}. */
export interface ReadRecordOptions extends ReadSignalsOptions {
  /** Extension of the annotation file. By default `"atr"`, and no annotations where there is no such file. */
  annotator?: string;
  /** Gives the bytes of a file by its path; by default from the file system, by Node's or Deno's means. */
  readFile?: ReadFile;
}

/**
 * Reads the record at a path without extension: header, signals of all files and segments, and annotations.
 *
 * @throws {WfdbError} where a file is missing, damaged or not what the header says.
 *
 * @example
 * ```ts
 * import { readRecord } from "lib/wfdb/mod.ts";
 *
 * const record = await readRecord("tests/fixtures/wfdb/tiny_212");
 * console.log(record.header.samplingFrequency, record.signals.length);
 * ```
 *
 * @example A record whose files are at hand as bytes, as in a browser.
 * ```ts
 * import { readRecord } from "lib/wfdb/mod.ts";
 *
 * const files = new Map([["flat.hea", new TextEncoder().encode("flat 1 250 500\n~ 0 200/mV")]]);
 * const record = await readRecord("flat", { readFile: (name) => files.get(name) });
 * console.assert(record.signals[0]?.length === 500);
 * ```
 */
export async function readRecord(
  path: string,
  options: ReadRecordOptions = {},
): Promise<EcgRecord> {
  const files = recordFiles(path, options.readFile);
  return await readRecordBody(files, await readHeader(files), options);
}

/** Reads the rest of a record whose header is known. */
export async function readRecordBody(
  files: RecordFiles,
  header: RecordHeader,
  options: ReadRecordOptions,
): Promise<EcgRecord> {
  const { segments } = header;
  const [{ headers, signals, sampleCount }, annotations] = await Promise.all([
    segments
      ? readSegments(files, { ...header, segments }, options)
      : readSignals(files, header, options),
    readAnnotations(files, header, options.annotator),
  ]);
  return {
    name: files.name,
    header: { ...header, signals: headers, sampleCount },
    signals,
    annotations,
  };
}

async function readAnnotations(
  files: RecordFiles,
  { samplingFrequency }: RecordHeader,
  annotator: string | undefined,
): Promise<Annotation[]> {
  const file = `${files.name}.${annotator ?? "atr"}`;
  let bytes;
  try {
    bytes = await readRecordFile(files, file);
  } catch (error) {
    const missing = error instanceof WfdbError && error.details.found === "missing";
    if (missing && annotator === undefined) return [];
    throw error;
  }
  return parseAnnotations(bytes, { file, samplingFrequency });
}

import { basename, dirname, join } from "node:path";
import { decodeSignals } from "./decode_signals.ts";
import { type Annotation, parseAnnotations } from "./parse_annotations.ts";
import { parseHeader, type RecordHeader } from "./parse_header.ts";

/** A record: its header, the raw integers of its signals and its annotations. */
export interface EcgRecord {
  name: string;
  header: RecordHeader;
  /** Raw ADC integers, one array for each signal of the header. */
  signals: Int32Array[];
  annotations: Annotation[];
}

/** Options of {@linkcode readRecord}. */
export interface ReadRecordOptions {
  /** Extension of the annotation file; `"atr"` by default. */
  annotator?: string;
}

/** Reads a record by its path without extension, e.g. `data/mitdb/100`. */
export async function readRecord(
  path: string,
  options: ReadRecordOptions = {},
): Promise<EcgRecord> {
  const directory = dirname(path);
  const name = basename(path);
  const header = parseHeader(await Deno.readTextFile(`${path}.hea`), { name });
  const files = [...new Set(header.signals.map((signal) => signal.fileName))];
  const groups = await Promise.all(files.map(async (file) => {
    const members = header.signals.filter((signal) => signal.fileName === file);
    const bytes = await Deno.readFile(join(directory, file));
    const firstSignal = header.signals.indexOf(members[0]!);
    return decodeSignals(bytes, members, { name, sampleCount: header.sampleCount, firstSignal });
  }));
  const file = `${name}.${options.annotator ?? "atr"}`;
  const annotations = await Deno.readFile(join(directory, file)).then(
    (bytes) => parseAnnotations(bytes, { file }),
    (error) => {
      if (error instanceof Deno.errors.NotFound && options.annotator === undefined) return [];
      throw error;
    },
  );
  return { name, header, signals: groups.flat(), annotations };
}

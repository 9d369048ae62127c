import { encodeAnnotations } from "./annotations/encode_annotations.ts";
import { encodeSignals, type WrittenFormat } from "./signals/encode_signals.ts";
import { formatHeader } from "./header/format_header.ts";
import type { EcgRecord } from "./read_record.ts";

/** Options of {@linkcode writeRecord}. */
export interface WriteRecordOptions {
  /** Format of the signal file: by default 212 where all samples fit in its 12 bits, else 16. */
  format?: WrittenFormat;
  /** Extension of the annotation file; `"atr"` by default. */
  annotator?: string;
}

/**
 * Writes a record into a folder: `NAME.dat` with all signals, `NAME.atr` with the annotations, and `NAME.hea`.
 *
 * Name, file names, number of samples, initial values and checksums of the header follow from the record; a record that
 * was joined from segments becomes one without. Each file appears whole or not at all, the header last.
 *
 * @throws {WfdbError} where the files have no place for a sample, an annotation or a text; nothing is written then.
 *
 * @example
 * ```ts
 * import { readRecord, writeRecord } from "lib/wfdb/mod.ts";
 *
 * const record = await readRecord("tests/fixtures/wfdb/tiny_212");
 * const directory = await Deno.makeTempDir();
 * await writeRecord(directory, { ...record, name: "copy" });
 * console.log((await readRecord(`${directory}/copy`)).annotations.length);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function writeRecord(
  directory: string,
  record: EcgRecord,
  options: WriteRecordOptions = {},
): Promise<void> {
  const files = encodeRecord(record, options);
  const { writeNodeFiles } = await import("./node_files.ts");
  await writeNodeFiles(directory, files);
}

/**
 * The files of a record as {@linkcode writeRecord} writes them: their bytes by name, the header last.
 *
 * @throws {WfdbError} where the files have no place for a sample, an annotation or a text.
 *
 * @example
 * ```ts
 * import { encodeRecord, readRecord } from "lib/wfdb/mod.ts";
 *
 * const record = await readRecord("tests/fixtures/wfdb/tiny_212");
 * const files = encodeRecord({ ...record, name: "copy" });
 * console.assert([...files.keys()].join() === "copy.dat,copy.atr,copy.hea");
 * ```
 */
export function encodeRecord(
  record: EcgRecord,
  options: WriteRecordOptions = {},
): Map<string, Uint8Array<ArrayBuffer>> {
  const { name, header, signals, annotations } = record;
  const { format, annotator = "atr" } = options;
  const encoded = encodeSignals(signals, header.signals, { name, format });
  const [samples, headerOfFirst] = [signals[0], header.signals[0]];
  const sampleCount = samples && headerOfFirst
    ? samples.length / headerOfFirst.samplesPerFrame
    : header.sampleCount;
  const text = formatHeader({ ...header, name, sampleCount, signals: encoded.headers });
  const file = `${name}.${annotator}`;
  const files = new Map([
    [file, encodeAnnotations(annotations, { file })],
    [`${name}.hea`, new TextEncoder().encode(text)],
  ]);
  return signals.length > 0 ? new Map([[`${name}.dat`, encoded.bytes], ...files]) : files;
}

import type { EdfHeader } from "./parse_edf_header.ts";
import { parseRecordAnnotations, type RecordAnnotations } from "./parse_record_annotations.ts";
import { readingError } from "../reading_error.ts";

/** Whole data records in the file, and the seconds of each. */
export function countRecords(
  bytes: Uint8Array,
  header: EdfHeader,
  { name, warnings }: { name: string; warnings: string[] },
): { recordCount: number; duration: number } {
  const { headerBytes, recordCount: announced, recordDuration: duration } = header;
  const samples = header.signals.filter(({ isAnnotations }) => !isAnnotations)
    .reduce((sum, { samplesPerRecord }) => sum + samplesPerRecord, 0);
  if (samples === 0) throw readingError(name, { wanted: "a signal with samples", found: "none" });
  if (duration === 0) {
    throw readingError(name, { wanted: "a duration of a data record above 0", found: "0" });
  }
  const size = recordBytes(header);
  const whole = Math.floor((bytes.length - headerBytes) / size);
  if (whole === 0) {
    const found = `${bytes.length - headerBytes} after the header`;
    throw readingError(name, { wanted: `a data record of ${size} bytes`, found });
  }
  if (announced < 0) {
    warnings.push(
      "The recorder did not say how long the recording is; it ends where the file does.",
    );
  } else if (whole < announced) {
    warnings.push(`The file is cut off: it holds ${whole} of ${announced} data records.`);
  } else if (bytes.length - headerBytes - announced * size > 0) {
    const extra = bytes.length - headerBytes - announced * size;
    warnings.push(`The file goes on for ${extra} bytes after its last data record.`);
  }
  const recordCount = announced < 0 ? whole : Math.min(whole, Math.floor(announced));
  if (recordCount > 0) return { recordCount, duration };
  throw readingError(name, { wanted: "1 data record or more", found: String(announced) });
}

/** The annotations of each record; none in a file without annotation signals. */
export function readAnnotations(
  bytes: Uint8Array,
  header: EdfHeader,
  recordCount: number,
): RecordAnnotations[] {
  const { signals, sampleBytes, headerBytes } = header;
  const ranges = signals.flatMap(({ isAnnotations, samplesPerRecord }, index) => {
    const first = headerBytes + sampleBytes * samplesBefore(header, index);
    return isAnnotations ? [{ first, length: sampleBytes * samplesPerRecord }] : [];
  });
  if (ranges.length === 0) return [];
  const size = recordBytes(header);
  return Array.from(
    { length: recordCount },
    (_, record) =>
      parseRecordAnnotations(ranges.map(({ first, length }) => {
        const at = first + record * size;
        return bytes.subarray(at, at + length);
      })),
  );
}

/** Samples of a data record before those of a signal, annotations counted in their 2 or 3 bytes too. */
export function samplesBefore({ signals }: EdfHeader, index: number): number {
  return signals.slice(0, index)
    .reduce((sum, { samplesPerRecord }) => sum + samplesPerRecord, 0);
}

/** Bytes of a data record. */
export function recordBytes(header: EdfHeader): number {
  return header.sampleBytes * samplesBefore(header, header.signals.length);
}

import { decodeText } from "../decode_text.ts";
import { parseEdfStart } from "./parse_edf_start.ts";
import { quoted, readingError } from "../reading_error.ts";
import type { RecordingFormat } from "../recording.ts";

/** What the header of an EDF or BDF file says. */
export interface EdfHeader {
  format: RecordingFormat;
  /** Bytes of one sample: 2 in EDF, 3 in BDF. */
  sampleBytes: 2 | 3;
  /** Date and time of the file as ISO 8601, the text where it is none, undefined where there is none. */
  start: string | undefined;
  /** Data records as announced; -1 in a file whose recorder was stopped half-way. */
  recordCount: number;
  /** Seconds of one data record. */
  recordDuration: number;
  /** All signals, those that hold annotations too. */
  signals: EdfSignal[];
  /** Bytes before the first data record. */
  headerBytes: number;
  warnings: string[];
}

/** What the header says of one signal. */
export interface EdfSignal {
  label: string;
  /** Physical dimension as written, e.g. `"uV"`. */
  dimension: string;
  physicalMinimum: number;
  physicalMaximum: number;
  digitalMinimum: number;
  digitalMaximum: number;
  /** Samples in each data record. */
  samplesPerRecord: number;
  /** Whether it holds annotations instead of samples. */
  isAnnotations: boolean;
}

const fixedBytes = 256;

/** Widths of the fields of a signal, each of which stands for all signals before the next field begins. */
const signalFields = {
  label: 16,
  transducer: 80,
  dimension: 8,
  physicalMinimum: 8,
  physicalMaximum: 8,
  digitalMinimum: 8,
  digitalMaximum: 8,
  prefiltering: 80,
  samplesPerRecord: 8,
  reserved: 32,
};

/**
 * Parses the header of an EDF, EDF+, BDF or BDF+ file (Kemp et al. 1992; Kemp and Olivan 2003; BioSemi).
 *
 * @throws {Error} where a number is none or the header is cut off.
 */
export function parseEdfHeader(bytes: Uint8Array, name: string): EdfHeader {
  const isBdf = bytes[0] === 0xff;
  const text = (at: number, width: number) => {
    // ASCII by the standard, which some recorders' letters and micro signs are not.
    return decodeText(bytes.subarray(at, at + width)).replaceAll("\0", " ").trim();
  };
  const number = (at: number, width: number, field: string) => {
    const found = text(at, width);
    // Some recorders write numbers as their country does.
    const plain = found.replace(",", ".");
    const valid = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) && Number.isFinite(+plain);
    if (valid) return Number(plain);
    throw readingError(name, { wanted: `a number as ${field}`, found: quoted(found) });
  };
  const count = (at: number, width: number, field: string) => {
    const value = number(at, width, field);
    if (Number.isInteger(value) && value >= 0) return value;
    throw readingError(name, { wanted: `a whole number as ${field}`, found: String(value) });
  };
  const require = (length: number) => {
    if (bytes.length >= length) return;
    const wanted = `an EDF header of ${length} bytes`;
    throw readingError(name, { wanted, found: `the end of the file after ${bytes.length}` });
  };

  require(fixedBytes);
  const signalCount = count(252, 4, "number of signals");
  const headerBytes = fixedBytes * (signalCount + 1);
  require(headerBytes);
  const warnings: string[] = [];
  const stated = text(184, 8);
  if (Number(stated) !== headerBytes) {
    warnings.push(
      `The header says that it has ${
        quoted(stated)
      } bytes, but ${signalCount} signals take ${headerBytes}.`,
    );
  }
  const recordCount = number(236, 8, "number of data records");
  const recordDuration = number(244, 8, "duration of a data record");
  if (recordDuration < 0) {
    const wanted = "a duration of a data record of 0 or more";
    throw readingError(name, { wanted, found: String(recordDuration) });
  }
  const variant = /^(EDF|BDF)(\+[CD])/.exec(text(192, 44))?.[2] ?? "";
  return {
    format: `${isBdf ? "BDF" : "EDF"}${variant}` as RecordingFormat,
    sampleBytes: isBdf ? 3 : 2,
    start: parseEdfStart(
      { date: text(168, 8), time: text(176, 8), recording: text(88, 80) },
      warnings,
    ),
    recordCount,
    recordDuration,
    signals: Array.from({ length: signalCount }, (_, index) => parseSignal(index)),
    headerBytes,
    warnings,
  };

  function parseSignal(index: number): EdfSignal {
    const at = {} as Record<keyof typeof signalFields, number>;
    let first = fixedBytes;
    for (const [field, width] of Object.entries(signalFields)) {
      at[field as keyof typeof signalFields] = first + index * width;
      first += signalCount * width;
    }
    const of = ` of signal ${index}`;
    const label = text(at.label, 16);
    return {
      label,
      dimension: text(at.dimension, 8),
      physicalMinimum: number(at.physicalMinimum, 8, `physical minimum${of}`),
      physicalMaximum: number(at.physicalMaximum, 8, `physical maximum${of}`),
      digitalMinimum: number(at.digitalMinimum, 8, `digital minimum${of}`),
      digitalMaximum: number(at.digitalMaximum, 8, `digital maximum${of}`),
      samplesPerRecord: count(at.samplesPerRecord, 8, `samples in a data record${of}`),
      isAnnotations: label === "EDF Annotations" || label === "BDF Annotations",
    };
  }
}

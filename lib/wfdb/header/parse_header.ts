import { headerFields } from "./header_fields.ts";
import { parseRecordLine, type RecordLine } from "./parse_record_line.ts";
import { parseSignalLine, type SignalHeader } from "./parse_signal_line.ts";
import { WfdbError } from "../wfdb_error.ts";

/** What the header file of a record says: the record line, a line for each signal or segment, and the comments. */
export interface RecordHeader extends RecordLine {
  /** One entry for each signal. `parseHeader` leaves it empty for a multi-segment record, whose segments have them. */
  signals: SignalHeader[];
  /** The comment lines without `#` and the space around, e.g. `"69 M 1085 1629 x1"`. */
  comments: string[];
  /** The segments of a multi-segment record, in order. */
  segments?: Segment[];
}

/** One segment of a multi-segment record. */
export interface Segment {
  /** Name of the record that is the segment; `~` where nothing was recorded. */
  name: string;
  /** Frames of the segment; 0 in the first marks the layout segment of a variable-layout record. */
  sampleCount: number;
}

/** Options of {@linkcode parseHeader}. */
export interface ParseHeaderOptions {
  /** Name of the record's files, for errors; the name in the text by default. */
  name?: string;
}

/**
 * Parses the text of a WFDB header file (`.hea`), with all the syntax of header(5).
 *
 * @throws {WfdbError} where a line breaks the syntax or lines are missing.
 *
 * @example
 * ```ts
 * import { parseHeader } from "lib/wfdb/mod.ts";
 *
 * const header = parseHeader("100 1 360 650000\n100.dat 212 200 11 1024 995 -22131 0 MLII\n# 69 M");
 * console.log(header.signals[0]?.description, header.comments); // MLII [ "69 M" ]
 * ```
 */
export function parseHeader(text: string, options: ParseHeaderOptions = {}): RecordHeader {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
  const comments = lines.filter(isComment).map((line) => line.replace(/^[#\s]+/, ""));
  const [first = "", ...rest] = lines.filter((line) => !isComment(line));
  const name = options.name ?? first.split(/[\s/]/, 1)[0]!;

  const { signalCount, segmentCount, ...recordLine } = parseRecordLine(first, name);
  const wanted = segmentCount ?? signalCount;
  if (rest.length < wanted) {
    const part = `number of ${segmentCount === undefined ? "signal" : "segment"} lines`;
    const details = { file: `${name}.hea`, part, wanted, found: rest.length };
    throw new WfdbError(`read record "${name}"`, details);
  }
  // header(5) has readers ignore lines beyond those announced.
  const announced = rest.slice(0, wanted);
  if (segmentCount === undefined) {
    const signals = announced.map((line, index) => parseSignalLine(line, index, name));
    return { ...recordLine, signals, comments };
  }
  const segments = announced.map((line, index) => parseSegmentLine(line, index, name));
  return { ...recordLine, signals: [], comments, segments };
}

function isComment(line: string): boolean {
  return line.startsWith("#");
}

function parseSegmentLine(line: string, index: number, name: string): Segment {
  const fields = headerFields(name, `segment ${index}`);
  const [segmentName = "", samples = ""] = line.split(/\s+/);
  fields.match(segmentName, "name", /^(?!\.\.?$)[^/\\]+$/, "a plain name");
  return { name: segmentName, sampleCount: fields.count(samples, "samples", 0) };
}

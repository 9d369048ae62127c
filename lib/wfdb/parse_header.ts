import { parseRecordLine, type RecordLine } from "./parse_record_line.ts";
import { parseSignalLine, type SignalHeader } from "./parse_signal_line.ts";
import { WfdbError } from "./wfdb_error.ts";

/** What the header file of a record says: the record line, a line for each signal or segment, and the comments. */
export interface RecordHeader extends RecordLine {
  /** One entry for each signal; empty in the header of a multi-segment record, whose segments have them. */
  signals: SignalHeader[];
  /** The comment lines without `#` and surrounding space, e.g. `"69 M 1085 1629 x1"`. */
  comments: string[];
  /** The segments of a multi-segment record in order; a segment named `~` was not recorded. */
  segments?: Segment[];
}

/** One segment of a multi-segment record. */
export interface Segment {
  name: string;
  /** Frames of the segment; 0 marks the layout segment of a variable-layout record. */
  sampleCount: number;
}

/** Options of {@linkcode parseHeader}. */
export interface ParseHeaderOptions {
  /** Name of the record as its files have it, for errors; the text's own by default. */
  name?: string;
}

/**
 * Parses the text of a WFDB header file (`.hea`), with all the syntax of header(5).
 *
 * Missing fields get the values that header(5) gives them: 250 samples per second, 200 ADC units per mV, baseline equal
 * to the ADC zero, and so on. `sampleCount` is 0 where the number of samples is not stated.
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
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const comments = lines.filter((line) => line.startsWith("#")).map(commentText);
  const [first = "", ...rest] = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const name = options.name ?? first.split(/[\s/]/, 1)[0] ?? "";

  const { signalCount, segmentCount, ...recordLine } = parseRecordLine(first, name);
  const lineCount = segmentCount ?? signalCount;
  if (rest.length < lineCount) {
    const part = `number of ${segmentCount === undefined ? "signal" : "segment"} lines`;
    throw headerError(name, part, String(lineCount), String(rest.length));
  }
  const used = rest.slice(0, lineCount);
  if (segmentCount === undefined) {
    const signals = used.map((line, index) => parseSignalLine(line, index, name));
    return { ...recordLine, signals, comments };
  }
  const segments = used.map((line, index) => parseSegmentLine(line, index, name));
  checkSegmentTotal(segments, recordLine.sampleCount, name);
  return { ...recordLine, signals: [], comments, segments };
}

function commentText(line: string): string {
  return line.replace(/^[#\s]+/, "");
}

function parseSegmentLine(line: string, index: number, name: string): Segment {
  const match = /^([\w.-]+|~)\s+(\d{1,15})(?:\s|$)/.exec(line);
  if (match === null) {
    throw headerError(name, `segment ${index} line`, "a name and a number of samples", quote(line));
  }
  return { name: match[1]!, sampleCount: Number(match[2]) };
}

function checkSegmentTotal(segments: Segment[], sampleCount: number, name: string): void {
  const total = segments.reduce((sum, segment) => sum + segment.sampleCount, 0);
  if (sampleCount !== 0 && total !== sampleCount) {
    throw headerError(name, "sum of the segments' samples", String(sampleCount), String(total));
  }
}

function headerError(name: string, part: string, wanted: string, found: string): WfdbError {
  return new WfdbError(`read record "${name}"`, { file: `${name}.hea`, part, wanted, found });
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}
